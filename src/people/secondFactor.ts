import { generateSecret, generateURI, verify } from 'otplib'

const PERIOD_S = 30
/** One step each way: clocks of telephones are off by seconds, and typing takes time. */
const TOLERANCE_S = PERIOD_S

export interface SecondFactorOffer {
  secret: string
  /** For the authenticator app, as a link or a QR code. */
  uri: string
}

/** A new secret for TOTP (RFC 6238: SHA-1, six digits, 30 s: what every app reads). */
export function offerSecret(login: string, city: string): SecondFactorOffer {
  const secret = generateSecret()
  return { secret, uri: generateURI({ issuer: `Freizeichen ${city}`, label: login, secret }) }
}

/** The time step a code belongs to, or null when it is wrong at `now`. The caller refuses a used step. */
export async function timeStepOf(secret: string, code: string, now: Date): Promise<number | null> {
  const result = await verify({
    secret,
    token: code,
    epoch: Math.floor(now.getTime() / 1000),
    period: PERIOD_S,
    epochTolerance: TOLERANCE_S,
  })
  return result.valid && 'timeStep' in result ? result.timeStep : null
}
