import { z } from 'zod'
import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import { defineEvents } from '../../platform/events/events.ts'
import { newId } from '../../platform/ids.ts'
import { type FieldSentences, invalid, notFound, tellingTheField } from '../../platform/problems.ts'
import type { TextModuleInput, TextModulesView } from './contract.ts'
import { unknownPlaceholders } from './fillRule.ts'
import * as store from './store.ts'

/** Subject: the module. Its words are the city's own and stand here, so that every version can be read. */
const emit = defineEvents({
  'text-module.changed': {
    version: 1,
    data: z.object({ version: z.int().positive(), name: z.string(), text: z.string(), active: z.boolean() }),
  },
})

const SENTENCES: FieldSentences = {
  text_module_name: ['name', 'Diesen Namen hat in dieser Sprache schon ein anderer Textbaustein.'],
  text_module_city_id_team_id_fkey: ['teamId', 'Bitte ein Team dieser Stadt wählen.'],
  text_module_city_id_service_id_fkey: ['serviceId', 'Bitte eine Leistung dieser Stadt wählen.'],
}

/** Makes a text module (`id` null) or the next version of one. @throws Problem 422, 404 */
export async function saveTextModule(
  ctx: StaffContext,
  id: string | null,
  { name, lang, text, teamId, serviceId, active }: TextModuleInput,
): Promise<TextModulesView> {
  requireRole(ctx, 'admin')
  const [unknown] = unknownPlaceholders(text)
  if (unknown !== undefined) {
    const known = 'Es gibt {Nummer}, {Rufnummer} und {Servicezeiten}.'
    throw invalid({ text: `Den Platzhalter {${unknown}} gibt es nicht. ${known}` })
  }
  const row = { name, lang, text, team_id: teamId, service_id: serviceId, active }
  await tellingTheField(SENTENCES, () =>
    inTransaction(ctx, async (tx) => {
      const subject = { id: id ?? newId() }
      if (id === null) await store.insertModule(tx, { ...row, city_id: ctx.cityId, id: subject.id })
      const version = id === null ? 1 : await store.updateModule(tx, ctx.cityId, id, row)
      if (version === null) throw notFound('Diesen Textbaustein')
      await emit(tx, ctx, 'text-module.changed', subject, { version, name, text, active })
    }),
  )
  return listTextModules(ctx)
}

/** All of the city, also those that are switched off. */
export async function listTextModules(ctx: StaffContext): Promise<TextModulesView> {
  requireRole(ctx, 'admin')
  const rows = await store.listModules(ctx.db, ctx.cityId)
  return {
    modules: rows.map(({ team_id: teamId, service_id: serviceId, ...row }) => ({
      ...row,
      teamId,
      serviceId,
    })),
  }
}
