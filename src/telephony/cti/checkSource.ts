import { invalid, refusedBy } from '../../platform/problems.ts'
import { publicKeyProblem } from './sipgate.ts'

interface Signing {
  kind: 'generic' | 'sipgate'
  publicKey: string | null
  signatureRequired: boolean
}

/** @throws Problem 422 at the field: only sipgate signs, and a signature needs a key that checks it */
export function requireSensibleSigning({ kind, publicKey, signatureRequired }: Signing): void {
  if (kind === 'generic' && publicKey !== null)
    throw invalid({ publicKey: 'Nur sipgate.io unterschreibt seine Meldungen. Bitte das Feld leeren.' })
  const problem = publicKey === null ? null : publicKeyProblem(publicKey)
  if (problem) throw invalid({ publicKey: problem })
  if (signatureRequired && publicKey === null)
    throw invalid({ publicKey: 'Wer eine Signatur verlangt, muss den öffentlichen Schlüssel eintragen.' })
}

/** Turns the database's refusal of a second source of the same name into a sentence at the field. */
export function nameTaken(error: unknown): never {
  if (refusedBy(error) !== 'cti_source_city_id_name_key') throw error
  throw invalid({ name: 'Diesen Namen gibt es schon.' })
}
