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
