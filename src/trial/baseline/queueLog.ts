import type { OddityKind, Oddity, PastCall, PastEnd } from './pastCall.ts'

export type Read = { call: PastCall } | { odd: Oddity }

/** A wait or a conversation longer than this is a clock that was set, not a person. */
const LONGEST_S = 86_400

/**
 * Reads a `queue_log` of Asterisk's app_queue line by line, in memory of the calls that are open: 'seconds since 1970|id of
 * the call|queue|member|EVENT|parameters…'. Each call that entered a queue comes out once, when its end is read; what
 * members did is passed over. A call that enters a second queue, or the same one again, is another call there.
 * Source: Asterisk's documentation "Queue Logs" and `apps/app_queue.c` for the events that it leaves out.
 * @param lines without their line breaks; what follows the last break, when it is not empty, is `cut`
 */
export async function* readQueueLog(
  lines: AsyncIterable<string>,
  cut: () => boolean = () => false,
): AsyncGenerator<Read> {
  const open = new Map<string, Open>()
  let number = 0
  let newest = 0
  for await (const text of lines) {
    number += 1
    if (text.trim() === '') continue
    const entry = entryOf(text)
    if (!entry) {
      yield odd(number, cut() ? 'truncated' : 'unreadable')
      continue
    }
    if (entry.at < newest) yield odd(number, 'clock-back')
    newest = Math.max(newest, entry.at)
    yield* follow(open, entry, number)
  }
  for (const one of open.values()) {
    yield { call: callOf(one, one.answered ? 'answered' : 'unknown') }
    yield odd(number, 'no-end')
  }
}

interface Entry {
  /** In ms since 1970. */
  at: number
  callId: string
  queue: string
  event: string
  parameters: readonly string[]
}

interface Open {
  id: string
  queue: string
  offeredAt: number
  answered: boolean
  waitS: number | null
  talkS: number | null
}

const odd = (line: number, kind: OddityKind): Read => ({ odd: { line, kind } })

/** Some systems write microseconds behind the seconds. */
const SECONDS = /^\d{9,11}(?:\.\d{1,6})?$/
/** Of a call or a queue: short, and nothing that a text may not hold. */
const NAME = /^[^\p{Cc}]{1,80}$/u

function entryOf(text: string): Entry | null {
  const [seconds = '', callId = '', queue = '', , event = '', ...parameters] = text
    .replace(/\r$/, '')
    .split('|')
  if (!SECONDS.test(seconds) || !/^[A-Z]{3,30}$/.test(event)) return null
  if (!NAME.test(callId) || !NAME.test(queue)) return null
  return { at: Math.round(Number(seconds) * 1000), callId, queue, event, parameters }
}

/** The place of the wait among the parameters of an end without an answer. */
const WITHOUT_ANSWER: Readonly<Record<string, { end: PastEnd; waitAt: number }>> = {
  ABANDON: { end: 'abandoned', waitAt: 2 },
  EXITWITHTIMEOUT: { end: 'timed-out', waitAt: 2 },
  EXITEMPTY: { end: 'timed-out', waitAt: 2 },
  EXITWITHKEY: { end: 'left', waitAt: 3 },
  WITHDRAW: { end: 'left', waitAt: 2 },
}

/** Of the wait and of the conversation, where an answered call ends. */
const AFTER_ANSWER: Readonly<Record<string, { waitAt: number; talkAt: number }>> = {
  COMPLETEAGENT: { waitAt: 0, talkAt: 1 },
  COMPLETECALLER: { waitAt: 0, talkAt: 1 },
  BLINDTRANSFER: { waitAt: 2, talkAt: 3 },
  ATTENDEDTRANSFER: { waitAt: 2, talkAt: 3 },
  TRANSFER: { waitAt: 2, talkAt: 3 },
}

function* follow(open: Map<string, Open>, entry: Entry, line: number): Generator<Read> {
  const { at, callId, queue, event, parameters } = entry
  const key = `${callId}|${queue}`
  const known = open.get(key)
  if (event === 'ENTERQUEUE') {
    if (known) yield { call: callOf(known, known.answered ? 'answered' : 'unknown') }
    open.set(key, { id: `${key}|${at}`, queue, offeredAt: at, answered: false, waitS: null, talkS: null })
    return
  }
  const [without, after] = [WITHOUT_ANSWER[event], AFTER_ANSWER[event]]
  const answers = event === 'CONNECT'
  if (!without && !after && !answers) return
  if (!known) return yield odd(line, 'no-beginning')
  const wait = secondsAt(parameters, answers ? 0 : (without ?? after)!.waitAt)
  const talk = after ? secondsAt(parameters, after.talkAt) : null
  if (wait === 'impossible' || talk === 'impossible') yield odd(line, 'impossible-duration')
  known.waitS = sure(wait) ?? known.waitS
  if (answers) {
    known.answered = true
    return
  }
  known.talkS = sure(talk)
  open.delete(key)
  yield { call: callOf(known, without ? without.end : 'answered') }
}

/** @returns null where nothing stands there */
function secondsAt(parameters: readonly string[], place: number): number | 'impossible' | null {
  const text = parameters[place]?.trim() ?? ''
  if (text === '') return null
  const seconds = Number(text)
  return Number.isInteger(seconds) && seconds >= 0 && seconds <= LONGEST_S ? seconds : 'impossible'
}

const sure = (seconds: number | 'impossible' | null): number | null =>
  seconds === 'impossible' ? null : seconds

const callOf = ({ id, queue, offeredAt, waitS, talkS }: Open, end: PastEnd): PastCall => ({
  id,
  queue,
  offeredAt,
  end,
  waitS,
  talkS,
})
