import { type FieldSentences, tellingTheField as telling } from '../platform/problems.ts'

const SENTENCES: FieldSentences = {
  line_number_key: ['number', 'Diese Rufnummer ist schon eingetragen.'],
  line_city_id_name_key: ['name', 'Eine Rufnummer mit diesem Namen gibt es schon.'],
  line_city_id_answering_team_id_fkey: ['answeringTeamId', 'Bitte ein Team dieser Stadt wählen.'],
  line_city_id_callback_team_id_fkey: ['callbackTeamId', 'Bitte ein Team dieser Stadt wählen.'],
  line_helper_team_city_id_team_id_fkey: ['routing.helperTeamIds', 'Bitte Teams dieser Stadt wählen.'],
  team_city_id_name_key: ['name', 'Ein Team mit diesem Namen gibt es schon.'],
  team_city_id_provider_id_fkey: ['providerId', 'Bitte einen Dienstleister dieser Stadt wählen.'],
  provider_city_id_name_key: ['name', 'Einen Dienstleister mit diesem Namen gibt es schon.'],
  dial_permission_pkey: ['prefix', 'Dieser Anfang ist schon erlaubt.'],
  closure_pkey: ['date', 'Für diesen Tag ist schon eine Schließung eingetragen.'],
}

/** A constraint of this room that an administrator's input broke becomes a sentence at its field. @throws Problem 422 */
export const tellingTheField = <T>(write: () => Promise<T>): Promise<T> => telling(SENTENCES, write)
