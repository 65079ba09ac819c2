import { isPhoneNumber, formatNational } from '../../shared/phoneNumber.ts'
import type { ProposalItem } from '../contract.ts'
import type { ProposalRow } from './proposalStore.ts'
import { causeText } from './proposalTexts.ts'

export function presentProposal(row: ProposalRow): ProposalItem {
  const { caller } = row
  return {
    id: row.id,
    teamId: row.team_id,
    lineName: row.line_name,
    number: caller && isPhoneNumber(caller) ? formatNational(caller) : '',
    calls: row.calls,
    firstCalledAt: row.first_called_at.toISOString(),
    lastCalledAt: row.last_called_at.toISOString(),
    causeText: causeText(row.last_cause),
  }
}
