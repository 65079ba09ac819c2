import { CTI_CAUSES, type CtiCause } from './ctiRule.ts'
import type { Fields } from './readFields.ts'
import { CtiRefusal } from './refusal.ts'

export type CtiKind = 'generic' | 'sipgate'

/** One event of a telephone system as it was said, checked; numbers are not looked at yet. */
export interface CtiEvent {
  event: 'newCall' | 'answer' | 'hangup'
  callId: string
  from: string
  to: string
  direction: 'in' | 'out'
  /** Only a hangup has one. */
  cause: CtiCause | null
  /** Number or name of who answered; only an answer has one. */
  answeredBy: string | null
}

const COMMON = ['event', 'from', 'to', 'direction', 'callId', 'user', 'answeringNumber', 'cause']
/**
 * What each protocol documents. Zammad's examples write `caller` where its table says `user`; sipgate names the
 * further fields in its push reference and its Node client.
 */
const KNOWN: Record<CtiKind, ReadonlySet<string>> = {
  generic: new Set([...COMMON, 'caller', 'queue']),
  sipgate: new Set([...COMMON, 'userId', 'fullUserId', 'diversion', 'origCallId', 'xcid']),
}
const EVENTS = ['newCall', 'answer', 'hangup'] as const
const DIRECTIONS = ['in', 'out'] as const
const LONGEST = 250

/** @throws CtiRefusal 422 naming the field that is missing, unknown or wrong */
export function ctiEventOf(fields: Fields, kind: CtiKind): CtiEvent {
  for (const [name, values] of fields) {
    if (!KNOWN[kind].has(name)) throw wrong(name.slice(0, 60), 'dieses Feld ist nicht bekannt')
    if (!values.every(isPlain)) throw wrong(name, `erwartet wird Text mit höchstens ${LONGEST} Zeichen`)
  }
  const event = oneOf(EVENTS, 'event', required(fields, 'event'))
  const from = required(fields, 'from')
  const to = required(fields, 'to')
  const direction = oneOf(DIRECTIONS, 'direction', required(fields, 'direction'))
  const callId = required(fields, 'callId')
  const cause = event === 'hangup' ? oneOf(CTI_CAUSES, 'cause', required(fields, 'cause')) : null
  return {
    event,
    callId,
    from,
    to,
    direction,
    cause,
    answeredBy: event === 'answer' ? answeredBy(fields) : null,
  }
}

/** No control characters (a database text cannot hold NUL) and no broken UTF-16. */
const isPlain = (value: string): boolean =>
  value.length <= LONGEST && value.isWellFormed() && !/\p{Cc}/u.test(value)

function required(fields: Fields, name: string): string {
  const [value, ...more] = fields.get(name) ?? []
  if (value === undefined || value.trim() === '') throw wrong(name, 'dieses Feld fehlt')
  if (more.length > 0) throw wrong(name, 'dieses Feld steht mehrmals da')
  return value.trim()
}

function oneOf<T extends string>(words: readonly T[], name: string, value: string): T {
  const word = words.find((w) => w === value)
  if (word === undefined) throw wrong(name, `erwartet wird ${words.join(', ')}`)
  return word
}

function answeredBy(fields: Fields): string | null {
  const said = [fields.get('answeringNumber'), fields.get('user'), fields.get('caller')]
  return said.flatMap((values) => values ?? []).find((value) => value.trim() !== '') ?? null
}

const wrong = (name: string, what: string): CtiRefusal => new CtiRefusal(422, `${name}: ${what}.`)
