import { speech } from '../../shared/speech.ts'
import { spokenWindow } from '../../shared/germanTime.ts'
import { shortMoment } from '../../shared/spokenMoment.ts'
import type { WorklistItem } from '../contract.ts'
import { riskOf } from './riskRule.ts'
import { startOfDay } from './startOfDay.ts'
import { summaryOf } from './summary.ts'
import type { ListRow } from './worklistStore.ts'

export interface Viewer {
  accountId: string
  now: Date
  timeZone: string
}

export function presentItem(row: ListRow, { accountId, now, timeZone }: Viewer): WorklistItem {
  const due = { start: row.due_from.getTime(), end: row.due_until.getTime() }
  return {
    id: row.id,
    caseId: row.case_id,
    caseNumber: row.case_number,
    practice: row.practice,
    teamId: row.team_id,
    summary: summaryOf(row.reason),
    serviceId: row.service_id,
    serviceName: row.service_name,
    language: speech.parse(row.language),
    dueFrom: row.due_from.toISOString(),
    dueUntil: row.due_until.toISOString(),
    dueText: spokenWindow(due, now, timeZone),
    attempts: row.attempts,
    lastAttempt:
      row.last_at && row.last_result ? { at: row.last_at.toISOString(), result: row.last_result } : null,
    state: row.state,
    owner: row.owner_id && row.owner_name ? { id: row.owner_id, name: row.owner_name } : null,
    mine: row.owner_id === accountId,
    reservedFor: presentPerson(row, { accountId, now, timeZone }),
    risk: riskOf({ promise: row.promise, dueFrom: row.due_from, dueUntil: row.due_until }, now),
  }
}

function presentPerson(row: ListRow, { accountId, now, timeZone }: Viewer): WorklistItem['reservedFor'] {
  const { reserved_for: id, reserved_name: name, away_until: until, stand_in_id: standIn } = row
  if (!id || !name) return null
  const isMe = id === accountId
  const free = isMe || (until !== null && (standIn === null || standIn === accountId))
  return { id, name, me: isMe, away: until && awayText(until, now, timeZone), free }
}

function awayText(until: Date, now: Date, timeZone: string): string {
  if (startOfDay(until, timeZone).getTime() !== startOfDay(now, timeZone).getTime()) return 'heute abwesend'
  return `bis ${shortMoment(until.getTime(), now, timeZone).clock} Uhr nicht da`
}
