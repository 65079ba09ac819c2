import type { Handler } from 'hono'

/** What everybody may know of a part: `off` where this city does without it. */
export type PublicLight = 'works' | 'disturbed' | 'unknown' | 'off'

/** One thing that must work before work can begin, or that is only good to know. */
export interface ReadyCheck {
  name: string
  /** Without it nothing works: the answer is 503. */
  required: boolean
  /** A German sentence saying what is missing, or null when all is well. */
  missing(): Promise<string | null>
  /** The same for everybody, without inner words; without it nothing is said in public. */
  light?(cityId: string): Promise<PublicLight>
}

export type Readiness = readonly ReadyCheck[]

/** `GET /health/ready`: 200 when work can begin, 503 otherwise; says what is missing either way. */
export function readyRoute(checks: Readiness): Handler {
  return async (c) => {
    const results = await Promise.all(
      checks.map(async (check) => ({
        name: check.name,
        required: check.required,
        missing: await attempt(check),
      })),
    )
    const ready = results.every((result) => !result.required || result.missing === null)
    return c.json(
      { ready, checks: results.map(({ name, missing }) => ({ name, ok: missing === null, missing })) },
      ready ? 200 : 503,
    )
  }
}

/** `GET /health/controller`: 200 on the one process that is in charge, 503 on every other; for a proxy's choice. */
export const controllerRoute =
  (inCharge: () => boolean): Handler =>
  (c) =>
    inCharge() ? c.json({ inCharge: true }) : c.json({ inCharge: false }, 503)

async function attempt(check: ReadyCheck): Promise<string | null> {
  try {
    return await check.missing()
  } catch (error) {
    return error instanceof Error ? 'antwortet nicht' : String(error)
  }
}
