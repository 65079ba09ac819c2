import { cityOf, linesOf, teamsOf } from '../city/index.ts'
import type { Context } from '../platform/context.ts'
import type { Reader } from '../platform/db/connect.ts'
import type { TimelineEntry } from './contract.ts'
import type { Case } from './model.ts'
import * as store from './store.ts'
import { sentenceOf, type Words } from './timelineTexts.ts'

/**
 * All that happened, oldest first, as sentences.
 * @param attachments the case's files that are there, for their names
 */
export async function timelineOf(
  reader: Reader,
  ctx: Context,
  found: Case,
  attachments: readonly { id: string; name: string }[],
): Promise<TimelineEntry[]> {
  const history = await store.historyOfCase(reader, ctx.cityId, { caseId: found.id, callId: found.callId })
  const notes = await store.notesOfCase(reader, ctx.cityId, found.id)
  const files = new Map(attachments.map(({ id, name }) => [id, name]))
  const teams = new Map((await teamsOf(reader, ctx.cityId)).map((team) => [team.id, team.name]))
  const lines = new Map((await linesOf(reader, ctx.cityId)).map((line) => [line.id, line.name]))
  const accounts = await store.accountNames(reader, ctx.cityId, history)
  const { timeZone } = await cityOf(reader, ctx.cityId)
  const words: Words = {
    now: ctx.clock.now(),
    timeZone,
    team: (id) => teams.get(id) ?? 'ein anderes Team',
    line: (id) => lines.get(id) ?? 'eine andere Rufnummer',
    account: (id) => accounts.get(id) ?? 'ein Konto',
    note: (id) => notes.get(id) ?? '',
    attachment: (id) => files.get(id) ?? null,
  }
  return history.flatMap(({ at, kind, data, by }) => {
    const text = sentenceOf(kind, data, words)
    return text ? [{ at: at.toISOString(), kind, text, by }] : []
  })
}
