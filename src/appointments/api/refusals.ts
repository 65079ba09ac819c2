import type { ProofAsked } from '../../platform/http/proof.ts'
import { Problem } from '../../platform/problems.ts'

/** Spread, so that those who were sent away do not come back in one moment. */
const BACK_SECONDS = { least: 10, spread: 20 }

/** This process cannot follow: newcomers come back later. */
export function busy(): Problem {
  const seconds = BACK_SECONDS.least + Math.floor(Math.random() * BACK_SECONDS.spread)
  return new Problem(
    503,
    'busy',
    `Gerade sind sehr viele Menschen hier. Bitte in ${seconds} Sekunden noch einmal versuchen.`,
    {},
    { retryAfterSeconds: seconds },
  )
}

/** A budget is used up. */
export function tooMany(waitMs: number): Problem {
  const seconds = Math.ceil(waitMs / 1000)
  const time = seconds === 1 ? 'einer Sekunde' : `${seconds} Sekunden`
  return new Problem(
    429,
    'too-many',
    `Von diesem Anschluss kommen gerade sehr viele Anfragen. Bitte in ${time} noch einmal versuchen.`,
    {},
    { retryAfterSeconds: seconds },
  )
}

/** Under attack: first a proof of work, or of having waited. */
export const proofNeeded = (proof: ProofAsked): Problem =>
  new Problem(
    429,
    'proof-needed',
    `Gerade kommen ungewöhnlich viele Anfragen. Bitte warten Sie ${proof.waitSeconds} Sekunden, oder lassen Sie Ihr Gerät kurz rechnen.`,
    {},
    { retryAfterSeconds: proof.waitSeconds, extensions: { proof } },
  )
