// The dialplan's notes of calls that it served while the application was away (deploy/asterisk/extensions.conf).
import type { Ari } from '../ari/client.ts'
import { accountOf } from '../softphones.ts'
import { JOURNAL_DONE, JOURNAL_LAST, journalLine, readGlobal, setGlobal } from './variables.ts'

const STATES = ['waiting', 'talking', 'talked', 'left', 'message', 'returned'] as const

export interface JournalLine {
  no: number
  channelId: string
  /** Called and calling number, as the trunk wrote them. */
  called: string
  calling: string
  /** Whole seconds (epoch), as the dialplan counts. */
  began: number
  /** `talked`, `left`, `message` and `returned` are final. */
  state: (typeof STATES)[number]
  at: number
  /** Who was rung last; null for somebody outside. */
  accountId: string | null
  answered: number | null
}

/** @returns null for a line that was emptied, or that nobody can read */
export function parseLine(no: number, text: string): JournalLine | null {
  const [
    channelId = '',
    called = '',
    calling = '',
    began = '',
    state = '',
    at = '',
    who = '',
    answered = '',
  ] = text.split('|')
  const known = STATES.find((word) => word === state)
  if (channelId === '' || !known || !/^\d+$/.test(began) || !/^\d+$/.test(at)) return null
  return {
    no,
    channelId,
    called,
    calling,
    began: Number(began),
    state: known,
    at: Number(at),
    accountId: accountOf(who.replace(/^PJSIP\//, '')),
    answered: /^\d+$/.test(answered) ? Number(answered) : null,
  }
}

/** Lines that nobody has taken over, oldest first. */
export async function readJournal(ari: Pick<Ari, 'request'>): Promise<JournalLine[]> {
  const last = Number(await readGlobal(ari, JOURNAL_LAST))
  const lines: JournalLine[] = []
  for (let no = Number(await readGlobal(ari, JOURNAL_DONE)) + 1; no <= last; no++) {
    const line = parseLine(no, await readGlobal(ari, journalLine(no)))
    if (line) lines.push(line)
  }
  return lines
}

/** Takes lines that are on record out of Asterisk's memory, with the numbers in them. */
export async function emptyLines(
  ari: Pick<Ari, 'request'>,
  done: readonly JournalLine[],
  open: readonly JournalLine[],
): Promise<void> {
  for (const { no } of done) await setGlobal(ari, journalLine(no), '')
  const oldestOpen = Math.min(...open.map(({ no }) => no))
  const upTo = Number.isFinite(oldestOpen) ? oldestOpen - 1 : Math.max(...done.map(({ no }) => no))
  if (done.length > 0) await setGlobal(ari, JOURNAL_DONE, String(upTo))
}
