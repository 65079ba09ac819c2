import type { Context as HonoContext } from 'hono'

/** What a page may load and do; everything of it is ours. */
export const CONTENT_POLICY = {
  defaultSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  mediaSrc: ["'self'", 'blob:'],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
}

/** What of a device a page may use. */
export const PERMISSIONS = { microphone: ['self'], camera: [], geolocation: [] as string[] }

/** This page may show pictures of one more origin, such as those of a map. */
export function allowPictures(c: HonoContext, origin: string): void {
  setPolicy(c, { ...CONTENT_POLICY, imgSrc: [...CONTENT_POLICY.imgSrc, origin] })
}

/** This page may stand in a frame on pages of others. @param where an origin, or '*' */
export function allowFrames(c: HonoContext, where: string): void {
  setPolicy(c, { ...CONTENT_POLICY, frameAncestors: [where] })
}

function setPolicy(c: HonoContext, policy: Readonly<Record<string, readonly string[]>>): void {
  const parts = Object.entries(policy).map(([name, sources]) => `${dashed(name)} ${sources.join(' ')}`)
  c.header('Content-Security-Policy', parts.join('; '))
}

/** This page may ask where the device is; the browser asks the person. */
export function allowPosition(c: HonoContext): void {
  const allowed = { ...PERMISSIONS, geolocation: ['self'] }
  const parts = Object.entries(allowed).map(([name, whom]) => `${name}=(${whom.join(' ')})`)
  c.header('Permissions-Policy', parts.join(', '))
}

const dashed = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
