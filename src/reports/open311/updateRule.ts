import { cleanText } from '../../shared/cleanText.ts'
import type { ReportState } from '../model.ts'
import { readDateTime } from './dateTime.ts'
import { Failure } from './failure.ts'
import type { Sent } from './postRule.ts'

/** The states that programs for updates know (mySociety's extension of Open311). */
export const UPDATE_STATES = [
  'OPEN',
  'CLOSED',
  'FIXED',
  'IN_PROGRESS',
  'ACTION_SCHEDULED',
  'INVESTIGATING',
  'DUPLICATE',
  'NOT_COUNCILS_RESPONSIBILITY',
  'NO_FURTHER_ACTION',
  'INTERNAL_REFERRAL',
  'FOR_TRIAGE',
  'CANCELLED',
  'REOPEN',
] as const
type UpdateState = (typeof UPDATE_STATES)[number]

/** Ours in theirs. `forwarded` stays open here, which theirs has no word for. */
export const UPDATE_STATE_OF = {
  received: 'OPEN',
  'in-work': 'IN_PROGRESS',
  planned: 'ACTION_SCHEDULED',
  forwarded: 'NOT_COUNCILS_RESPONSIBILITY',
  done: 'FIXED',
  'not-done': 'NO_FURTHER_ACTION',
} as const satisfies Record<ReportState, UpdateState>

/** So that the note it becomes has room for who said it. */
const LONGEST = 1_800

export interface PostedUpdate {
  apiKey: string
  number: string
  foreignId: string
  status: UpdateState
  at: Date
  description: string
}

/** The form of `POST servicerequestupdates`; names, addresses and pictures of its sender are not read. @throws Failure 400 */
export function readUpdate(sent: Sent): PostedUpdate {
  const one = (name: string): string =>
    (sent.get(name) ?? []).find((text) => text.trim() !== '')?.trim() ?? ''
  const needed = (name: string): string => {
    const text = one(name)
    if (text === '') throw new Failure(400, `${name} was not provided`)
    return text
  }
  const foreignId = needed('update_id')
  if (!/^[\w-]{1,100}$/.test(foreignId))
    throw new Failure(400, 'update_id must be 1 to 100 letters, digits, hyphens or underscores.')
  const written = needed('status').toUpperCase()
  const status = UPDATE_STATES.find((state) => state === written)
  if (!status) throw new Failure(400, `status must be one of ${UPDATE_STATES.join(', ')}.`)
  const at = readDateTime(needed('updated_datetime'))
  if (!at)
    throw new Failure(400, 'updated_datetime must be a date and time with its zone, as 2026-11-23T09:00:00Z.')
  const description = cleanText(one('description'))
  if (description.length > LONGEST)
    throw new Failure(400, `description must not be longer than ${LONGEST} characters.`)
  return { apiKey: one('api_key'), number: needed('service_request_id'), foreignId, status, at, description }
}
