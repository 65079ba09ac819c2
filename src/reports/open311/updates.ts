import { cityOf } from '../../city/index.ts'
import { writeNote } from '../../cases/index.ts'
import { type Context, inTransaction } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { hashOf } from '../../platform/secret.ts'
import { publicSteps } from '../public/publicStepsRule.ts'
import { stateTexts } from '../stateTexts.ts'
import { dateTime } from './dateTime.ts'
import { Failure } from './failure.ts'
import { readSpan } from './listRule.ts'
import * as store from './open311Store.ts'
import type { Sent } from './postRule.ts'
import { type PostedUpdate, readUpdate, UPDATE_STATE_OF } from './updateRule.ts'
import { insertForeign, listMovedBetween, updatesOfAll } from './updatesStore.ts'
import type { Value } from './xml.ts'

/**
 * The states that public reports got between `start_date` and `end_date`, both needed: the steps that the public pages show, and
 * nothing that somebody wrote. @throws Failure 400
 */
export async function listUpdates(ctx: Context, arg: (name: string) => string): Promise<Value[]> {
  for (const name of ['start_date', 'end_date'])
    if (arg(name).trim() === '') throw new Failure(400, `${name} was not provided`)
  const span = readSpan(arg, ctx.clock.now())
  const { timeZone } = await cityOf(ctx.db, ctx.cityId)
  const found: { at: Date; value: Value }[] = []
  const moved = await listMovedBetween(ctx.db, ctx.cityId, span)
  const written = await updatesOfAll(ctx.db, ctx.cityId, moved)
  for (const { caseId, number } of moved) {
    const steps = publicSteps(written.get(caseId) ?? [])
    for (const [index, { at, state }] of steps.entries()) {
      if (at < span.from || at > span.until) continue
      const { name, means } = stateTexts.de[state]
      found.push({
        at,
        value: {
          // The history only grows, so its place in it names a step.
          update_id: `${number}-${index + 1}`,
          service_request_id: number,
          status: UPDATE_STATE_OF[state],
          updated_datetime: dateTime(at, timeZone),
          description: `${name}: ${means}`,
          media_url: null,
        },
      })
    }
  }
  return found.toSorted((a, b) => a.at.getTime() - b.at.getTime()).map(({ value }) => value)
}

/**
 * Notes what another program says of a public report, for staff to read; no state follows from it. Sent again, it is the same.
 * @returns what we call it @throws Failure 403 without a key, 404 for a report that is not shown, 400
 */
export async function takeUpdate(ctx: Context, sent: Sent): Promise<string> {
  const update = readUpdate(sent)
  const key =
    update.apiKey === '' ? null : await store.findActiveKey(ctx.db, ctx.cityId, hashOf(update.apiKey))
  if (key === null) throw new Failure(403, 'api_key was not provided or is not known')
  const [report] = await store.listPublic(ctx.db, ctx.cityId, { numbers: [update.number] })
  if (!report) throw new Failure(404, 'service_request_id not found')
  const { timeZone } = await cityOf(ctx.db, ctx.cityId)
  const from = (await store.listKeys(ctx.db, ctx.cityId)).find(({ id }) => id === key)?.name ?? ''
  return inTransaction(ctx, async (tx) => {
    const made = await insertForeign(tx, {
      city_id: ctx.cityId,
      key_id: key,
      foreign_id: update.foreignId,
      id: newId(ctx.clock.now().getTime()),
      case_id: report.caseId,
    })
    if (made.isNew) await writeNote(tx, ctx, report.caseId, noteOf(update, from, timeZone))
    return made.id
  })
}

const noteOf = ({ status, at, description }: PostedUpdate, from: string, timeZone: string): string =>
  [`Von „${from}“ über Open311, ${dateTime(at, timeZone)}: ${status}.`, description]
    .filter(Boolean)
    .join('\n')
