import type { PublicLight } from '../../platform/http/ready.ts'
import type { Visit } from '../visit.ts'

/** The parts of the city hall that everybody may know of, in the order they are shown. */
export const PARTS = ['phone', 'callback', 'appointments', 'email', 'reports'] as const
export type Part = (typeof PARTS)[number]
export type Light = Exclude<PublicLight, 'off'>

/** How one part works; parts that this city does without are not in the list. */
export interface PartLight {
  part: Part
  light: Light
}

/** A part that was read just now, or could not be; `null`: this city does without it. */
export type Read<T> = T | 'unknown'

/**
 * Without a telephone system that answers nobody can tell whether calls come in: the city may well be answering by another one.
 */
export function phoneLight(telephone: { connected: boolean; well: boolean } | null): Light {
  if (!telephone?.connected) return 'unknown'
  return telephone.well ? 'works' : 'disturbed'
}

/** One light for several: the worst of those that are not off, `off` where all are. */
export const worstOf = (lights: readonly PublicLight[]): PublicLight =>
  (['disturbed', 'unknown', 'works'] as const).find((light) => lights.includes(light)) ?? 'off'

/** Of a part that was read: unknown where that failed, whatever its check says. */
export const readLight = (read: Read<unknown>, check: PublicLight = 'works'): PublicLight => {
  if (read === null || read === false) return 'off'
  return read === 'unknown' ? 'unknown' : check
}

/** What the checks of these names say of the city; `unknown` where one is missing or fails. */
export async function checkLight(
  { checks, city, platform }: Visit,
  ...names: string[]
): Promise<PublicLight> {
  const lights = names.map(async (name): Promise<PublicLight> => {
    try {
      return (await checks.find((check) => check.name === name)?.light?.(city.id)) ?? 'unknown'
    } catch (error) {
      platform.log.error({ err: error, city: city.id, check: name }, 'a check for the public page failed')
      return 'unknown'
    }
  })
  return worstOf(await Promise.all(lights))
}

/** The lights in their order, without those that are off. */
export const shownLights = (lights: Readonly<Record<Part, PublicLight>>): PartLight[] =>
  PARTS.flatMap((part) => {
    const light = lights[part]
    return light === 'off' ? [] : [{ part, light }]
  })
