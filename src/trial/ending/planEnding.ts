import { cityOf, providersOf, teamsOf } from '../../city/index.ts'
import { recordDeed } from '../../platform/audit/audit.ts'
import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { conflict, invalid, notFound, tellingTheField } from '../../platform/problems.ts'
import { emit } from '../events.ts'
import { dayRange, localDay } from '../localDay.ts'
import { requireState } from '../plan/saveTrial.ts'
import { trialById } from '../plan/trialStore.ts'
import type { EndingInput, EndingView } from './contract.ts'
import { ENDING_DUE } from './endingJobs.ts'
import * as store from './endingStore.ts'

/**
 * After a trial that the city decided to end: on that day, before anybody comes to work, the provider's lines go to a team
 * of the city and its accounts are closed. @throws Problem 422 by field, 409 for another decision, 404, 403
 */
export async function planEnding(ctx: StaffContext, trialId: string, input: EndingInput): Promise<void> {
  requireRole(ctx, 'lead', 'admin')
  await tellingTheField(
    {
      provider_ending_pkey: ['onDay', 'Das Ende ist schon geplant.'],
      provider_ending_once: ['providerId', 'Für diesen Dienstleister ist schon ein Ende geplant.'],
    },
    () =>
      inTransaction(ctx, async (tx) => {
        const { decision } = await requireState(tx, ctx, trialId, 'decided')
        if (decision !== 'end')
          throw conflict('decision', 'Die Stadt hat nicht entschieden, den Testbetrieb zu beenden.')
        await requireParties(tx, ctx, input)
        const { timeZone } = await cityOf(tx, ctx.cityId)
        const at = ctx.clock.now()
        if (input.onDay < localDay(at, timeZone)) throw invalid({ onDay: 'Dieser Tag ist schon vorbei.' })
        await store.insertEnding(
          tx,
          ctx.cityId,
          { trialId, ...input },
          { at, accountId: ctx.actor.accountId },
        )
        const startAfter = dayRange(input.onDay, timeZone).from
        await ctx.jobs.send(
          tx,
          ENDING_DUE,
          { cityId: ctx.cityId, trialId },
          startAfter > at ? { startAfter } : {},
        )
        await emit(tx, ctx, 'provider.ending-planned', { id: input.providerId }, { onDay: input.onDay })
        await recordDeed(tx, ctx, 'provider.ending-planned', { kind: 'trial', id: trialId }, null)
      }),
  )
}

async function requireParties(
  tx: Tx,
  { cityId }: StaffContext,
  { providerId, teamId }: EndingInput,
): Promise<void> {
  if (!(await providersOf(tx, cityId)).some(({ id }) => id === providerId))
    throw invalid({ providerId: 'Bitte einen Dienstleister dieser Stadt wählen.' })
  const team = (await teamsOf(tx, cityId)).find(({ id }) => id === teamId)
  if (!team || team.providerId !== null) throw invalid({ teamId: 'Bitte ein Team der Stadt selbst wählen.' })
}

/** Takes the plan back; harmless when there is none. @throws Problem 409 when it is done, 403 */
export async function withdrawEnding(ctx: StaffContext, trialId: string): Promise<void> {
  requireRole(ctx, 'lead', 'admin')
  await inTransaction(ctx, async (tx) => {
    const planned = await store.lockEnding(tx, ctx.cityId, trialId)
    if (!planned) return
    if (planned.done) throw conflict('done', 'Das Ende ist schon vollzogen.')
    await store.deleteEnding(tx, ctx.cityId, trialId)
    await emit(tx, ctx, 'provider.ending-withdrawn', { id: planned.providerId }, {})
    await recordDeed(tx, ctx, 'provider.ending-withdrawn', { kind: 'trial', id: trialId }, null)
  })
}

/** What is planned or was done, and who could be chosen. @throws Problem 404, 403 */
export async function readEnding(ctx: StaffContext, trialId: string): Promise<EndingView> {
  requireRole(ctx, 'lead', 'admin')
  if (!(await trialById(ctx.db, ctx.cityId, trialId))) throw notFound('Diesen Testbetrieb')
  const ending = await store.endingOf(ctx.db, ctx.cityId, trialId)
  const named = ({ id, name }: { id: string; name: string }) => ({ id, name })
  return {
    providers: (await providersOf(ctx.db, ctx.cityId)).map(named),
    teams: (await teamsOf(ctx.db, ctx.cityId)).filter(({ providerId }) => providerId === null).map(named),
    planned: ending && { providerId: ending.providerId, teamId: ending.teamId, onDay: ending.onDay },
    done: ending?.done ? { at: ending.done.at.toISOString(), protocol: ending.done.protocol } : null,
  }
}
