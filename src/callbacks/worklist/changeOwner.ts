import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import { conflict, invalid } from '../../platform/problems.ts'
import { attemptsOf } from '../attempts/attemptStore.ts'
import { emitCallback } from '../events.ts'
import { lockOfTeam, NOBODY_NAMED } from './hands.ts'
import * as store from '../store.ts'

/**
 * A lead puts an open callback into somebody's hands, or back into the list; not while a call is being made, whose
 * result only the one who makes it can say.
 * @throws Problem 409 while an attempt is open, 422 for who is not in its team
 */
export async function changeOwner(
  ctx: StaffContext,
  id: string,
  { ownerId }: { ownerId: string | null },
): Promise<void> {
  requireRole(ctx, 'lead')
  await inTransaction(ctx, async (tx) => {
    const callback = await lockOfTeam(tx, ctx, id)
    if (callback.state === 'done') throw conflict('callback-done', 'Dieser Rückruf ist schon abgeschlossen.')
    const attempts = await attemptsOf(tx, ctx.cityId, id)
    if (attempts.some(({ closedAt }) => !closedAt)) throw attemptOpen()
    const subject = { id, caseId: callback.caseId }
    if (ownerId === null) {
      await store.updateCallback(tx, ctx.cityId, id, {
        state: 'waiting',
        owner_id: null,
        taken_at: null,
        ...NOBODY_NAMED,
      })
      return emitCallback(tx, ctx, 'callback.given-back', subject, {})
    }
    const team = await store.callersOfTeam(tx, ctx.cityId, callback.teamId)
    if (!team.some((member) => member.id === ownerId)) {
      throw invalid({ ownerId: 'Bitte jemanden aus dem Team wählen, bei dem der Rückruf liegt.' })
    }
    const taken = {
      state: 'taken',
      owner_id: ownerId,
      taken_at: ctx.clock.now(),
      ...NOBODY_NAMED,
    } as const
    await store.updateCallback(tx, ctx.cityId, id, taken)
    return emitCallback(tx, ctx, 'callback.taken', { ...subject, at: taken.taken_at }, { ownerId })
  })
}

const attemptOpen = () =>
  conflict(
    'attempt-open',
    'Dieser Rückruf wird gerade geführt. Er kann erst neu vergeben werden, wenn das Ergebnis eingetragen ist.',
  )
