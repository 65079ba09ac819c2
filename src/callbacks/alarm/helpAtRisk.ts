import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { recordDeed } from '../../platform/audit/audit.ts'
import { conflict, Problem } from '../../platform/problems.ts'
import { teamsOf } from '../../city/index.ts'
import { accountNames } from '../../people/index.ts'
import { attemptsOf } from '../attempts/attemptStore.ts'
import type { Callback } from '../model.ts'
import { changeOwner } from '../worklist/changeOwner.ts'
import { lockOfTeam } from '../worklist/hands.ts'
import { type Answer, tellCallback } from '../notices/index.ts'
import { passOn } from '../worklist/passOn.ts'
import { emitAlarm } from './alarmEvents.ts'
import * as store from './alarmStore.ts'
import type { Help, HelpInput, HelpResult } from './contract.ts'

/**
 * A lead helps promises that may break: each in a transaction of its own and with its line in the audit trail, so that one
 * that is refused does not stop the others.
 */
export async function helpAtRisk(ctx: StaffContext, { acts }: HelpInput): Promise<HelpResult> {
  requireRole(ctx, 'lead')
  const labels = await store.labelsOf(
    ctx.db,
    ctx.cityId,
    acts.map(({ id }) => id),
  )
  const done: Help[] = []
  const refused: HelpResult['refused'] = []
  for (const { id, help } of acts) {
    try {
      await helpOne(ctx, id, help)
      done.push(help)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      refused.push({ caseNumber: labels.get(id)?.caseNumber ?? '', message: error.message })
    }
  }
  return { done: done.length, sentence: await sentenceOf(ctx, done), refused }
}

function helpOne(ctx: StaffContext, id: string, help: Help): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const inside = { ...ctx, db: tx }
    switch (help.kind) {
      case 'give':
        await changeOwner(inside, id, { ownerId: help.ownerId })
        break
      case 'pass-on':
        await passOn(tx, inside, await freeToMove(tx, inside, id), help.teamId)
        break
      case 'ask-later':
        await askLater(tx, inside, await freeToMove(tx, inside, id))
    }
    await recordDeed(tx, ctx, `callback.${help.kind}`, { kind: 'callback', id }, null)
  })
}

/** The callback, locked. @throws Problem 404, 409 when it is done or somebody calls */
async function freeToMove(tx: Tx, ctx: StaffContext, id: string): Promise<Callback> {
  const callback = await lockOfTeam(tx, ctx, id)
  if (callback.state === 'done') throw conflict('callback-done', 'Dieser Rückruf ist schon abgeschlossen.')
  const attempts = await attemptsOf(tx, ctx.cityId, id)
  if (attempts.some(({ closedAt }) => !closedAt))
    throw conflict('attempt-open', 'Dieser Rückruf wird gerade geführt.')
  return callback
}

/** The promise stays as it is until the citizen chooses another window. @throws Problem 409 when it was asked before or cannot be */
async function askLater(tx: Tx, ctx: StaffContext, callback: Callback): Promise<void> {
  const { id, caseId, promise, windowEnd } = callback
  const now = ctx.clock.now()
  if (promise !== 'open' || windowEnd <= now)
    throw conflict(
      'promise-decided',
      'Für diese Zusage ist es zu spät, um ein anderes Zeitfenster zu bitten.',
    )
  if (!(await store.raiseOnce(tx, ctx.cityId, { id, windowEnd }, 'asked-later', now)))
    throw conflict('asked-before', 'Für dieses Zeitfenster wurde schon um ein späteres gebeten.')
  await emitAlarm(tx, ctx, 'callback.asked-later', { id, caseId, at: now }, {})
  const refusal = NOT_ASKED[await tellCallback(tx, ctx, 'asked-later', id)]
  if (refusal) throw conflict('not-told', refusal)
}

/** Why nobody could be asked: then nothing is changed, and somebody must call. */
const NOT_ASKED: Partial<Record<Answer, string>> = {
  'no-address': 'Hier ist keine Adresse für Nachrichten bekannt. Bitte anrufen oder weitergeben.',
  'not-connected':
    'Es kann keine Nachricht gehen: Weder E-Mail noch SMS ist angebunden. Bitte anrufen oder weitergeben.',
}

/** "2 an Carla Probe gegeben, 1 an Bürgertelefon weitergegeben." */
async function sentenceOf({ db, cityId }: StaffContext, done: readonly Help[]): Promise<string> {
  if (done.length === 0) return 'Nichts geändert.'
  const accounts = await accountNames(db, cityId)
  const teams = new Map((await teamsOf(db, cityId)).map(({ id, name }) => [id, name]))
  const words = done.map((help) => {
    if (help.kind === 'give') return `an ${accounts.get(help.ownerId) ?? 'ein Konto'} gegeben`
    if (help.kind === 'pass-on') return `an ${teams.get(help.teamId) ?? 'ein anderes Team'} weitergegeben`
    return 'um ein späteres Zeitfenster gebeten'
  })
  const counts = Map.groupBy(words, (word) => word)
  return `${[...counts].map(([word, all]) => `${all.length} ${word}`).join(', ')}.`
}
