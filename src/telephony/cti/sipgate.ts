import { createPublicKey, verify } from 'node:crypto'

/**
 * Whether sipgate signed exactly these bytes: base64 of an RSA-SHA256 signature over the raw body, sent in
 * `x-sipgate-signature` (push reference, "Signature").
 */
export function isSignedBySipgate(body: Uint8Array, signature: string, publicKey: string): boolean {
  return verify('RSA-SHA256', body, createPublicKey(publicKey), Buffer.from(signature, 'base64'))
}

const NOT_PEM =
  'Das ist kein öffentlicher Schlüssel im PEM-Format (er beginnt mit „-----BEGIN PUBLIC KEY-----“).'

/** A key in PEM as an administrator pastes it. @returns a German sentence saying what is wrong, or null */
export function publicKeyProblem(pem: string): string | null {
  // Node would take a private key too and work out its public half; a secret has no place here.
  if (!/^-----BEGIN (RSA )?PUBLIC KEY-----/.test(pem)) return NOT_PEM
  try {
    return createPublicKey(pem).asymmetricKeyType === 'rsa' ? null : 'Das ist kein RSA-Schlüssel.'
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return NOT_PEM
  }
}

/** The answer to a push. Without the two addresses sipgate sends neither `answer` nor `hangup`. */
export function sipgateResponse(followUpUrl: string | null): string {
  const wishes =
    followUpUrl === null ? '' : ` onAnswer="${escape(followUpUrl)}" onHangup="${escape(followUpUrl)}"`
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Response${wishes}/>\n`
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
