import type { Role } from '../platform/context.ts'
import { type FieldSentences, invalid, tellingTheField as telling } from '../platform/problems.ts'

/** An agent works for a named provider, everybody else for the city. @throws Problem 422 */
export function checkProvider(role: Role, providerId: string | null): void {
  if (role === 'agent' && providerId === null) {
    throw invalid({ providerId: 'Bitte wählen, bei welchem Dienstleister die Person arbeitet.' })
  }
  if (role !== 'agent' && providerId !== null) {
    throw invalid({ providerId: 'Nur Agentinnen und Agenten gehören zu einem Dienstleister.' })
  }
}

const SENTENCES: FieldSentences = {
  account_login_key: ['login', 'Diesen Anmeldenamen gibt es schon.'],
  account_deputy_is_another: ['deputyId', 'Niemand vertritt sich selbst.'],
  account_city_id_deputy_id_fkey: ['deputyId', 'Bitte ein Konto dieser Stadt wählen.'],
  account_city_id_provider_id_fkey: ['providerId', 'Bitte einen Dienstleister dieser Stadt wählen.'],
  account_team_city_id_team_id_fkey: ['teamIds', 'Bitte nur Teams dieser Stadt wählen.'],
}

/** A constraint of this room that an administrator's input broke becomes a sentence at its field. @throws Problem 422 */
export const tellingTheField = <T>(write: () => Promise<T>): Promise<T> => telling(SENTENCES, write)
