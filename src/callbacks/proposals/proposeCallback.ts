import { lineById } from '../../city/index.ts'
import { type Context, inTransaction } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { callById } from '../../telephony/index.ts'
import { emitProposal } from '../events.ts'
import { lostCall } from './lostCallRule.ts'
import * as store from './proposalStore.ts'

/**
 * A caller was not served: the line's callback team finds them in its list at once. A further lost call of the same
 * number joins the open proposal. Told twice, it changes nothing; nor for who was served meanwhile or is promised a
 * callback anyway.
 */
export async function proposeCallback(ctx: Context, callId: string): Promise<void> {
  const { cityId } = ctx
  await inTransaction(ctx, async (tx) => {
    const call = await callById(tx, cityId, callId)
    const lost = call && lostCall(call)
    const line = lost && (await lineById(tx, cityId, lost.lineId))
    if (!line || (await store.hasJoined(tx, cityId, callId))) return
    const { caller, cause } = lost
    if (await store.servedSince(tx, cityId, caller, call.offeredAt)) return
    const made = newId()
    const [lineId, teamId, calledAt] = [line.id, line.callbackTeamId, call.offeredAt]
    const row = { city_id: cityId, id: made, line_id: lineId, team_id: teamId, caller, called_at: calledAt }
    const id = await store.openProposalOf(tx, row)
    const joins = { city_id: cityId, call_id: callId, proposal_id: id, called_at: calledAt, cause }
    if (!(await store.insertProposalCall(tx, joins))) return
    if (id === made) {
      const data = { lineId, teamId, calledAt: calledAt.toISOString(), cause }
      await emitProposal(tx, ctx, 'proposal.made', { id }, data)
    } else await emitProposal(tx, ctx, 'proposal.joined', { id }, { callId, cause })
  })
}
