import { requireTeam } from '../../cases/index.ts'
import type { StaffContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { conflict, notFound } from '../../platform/problems.ts'
import type { Proposal, ProposalState } from './proposalModel.ts'
import { lockProposal, servedSince } from './proposalStore.ts'

const OVER: Record<Exclude<ProposalState, 'open'>, string> = {
  accepted: 'Diesen Anruf hat gerade jemand anderes übernommen.',
  dismissed: 'Diesen Anruf hat gerade jemand anderes abgelehnt.',
  withdrawn: 'Diese Person hat inzwischen jemanden erreicht oder eine Rückrufzusage bekommen.',
}

/**
 * The proposal, locked and open.
 * @throws Problem 404, 403 for another team's, 409 `proposal-over` when it is decided or whoever called is served
 */
export async function lockOpenProposal(
  tx: Tx,
  ctx: StaffContext,
  id: string,
): Promise<Proposal & { caller: string }> {
  const proposal = await lockProposal(tx, ctx.cityId, id)
  if (!proposal) throw notFound('Diesen Anruf')
  requireTeam(ctx.actor, proposal.teamId)
  const { state, caller, calledAt } = proposal
  if (state !== 'open' || caller === null)
    throw conflict('proposal-over', OVER[state === 'open' ? 'withdrawn' : state])
  if (await servedSince(tx, ctx.cityId, caller, calledAt)) throw conflict('proposal-over', OVER.withdrawn)
  return { ...proposal, caller }
}
