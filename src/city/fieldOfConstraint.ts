import { invalid, refusedBy } from '../platform/problems.ts'

/** The form's field and the sentence for each constraint that an administrator's input can break. */
const SENTENCES: Readonly<Record<string, readonly [field: string, sentence: string]>> = {
  line_number_key: ['number', 'Diese Rufnummer ist schon eingetragen.'],
  line_city_id_name_key: ['name', 'Eine Rufnummer mit diesem Namen gibt es schon.'],
  line_city_id_answering_team_id_fkey: ['answeringTeamId', 'Bitte ein Team dieser Stadt wählen.'],
  line_city_id_callback_team_id_fkey: ['callbackTeamId', 'Bitte ein Team dieser Stadt wählen.'],
  team_city_id_name_key: ['name', 'Ein Team mit diesem Namen gibt es schon.'],
  team_city_id_provider_id_fkey: ['providerId', 'Bitte einen Dienstleister dieser Stadt wählen.'],
  provider_city_id_name_key: ['name', 'Einen Dienstleister mit diesem Namen gibt es schon.'],
  closure_pkey: ['date', 'Für diesen Tag ist schon eine Schließung eingetragen.'],
}

/** Runs a write; a constraint that the input broke becomes a sentence at its field. @throws Problem 422 */
export async function tellingTheField<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    const told = SENTENCES[refusedBy(error) ?? '']
    if (!told) throw error
    throw invalid({ [told[0]]: told[1] })
  }
}
