import { z } from 'zod'

/** A column, from 0. */
const column = z.int().min(0).max(199)
const words = z.array(z.string().trim().min(1).max(60)).min(1).max(20)
const duration = z.object({
  column,
  /** `clock`: 'H:MM:SS' or 'M:SS'. */
  unit: z.enum(['s', 'ms', 'clock']),
  /** A column that is taken away: a telephone system that writes the whole call and the conversation. */
  minus: column.nullable(),
})

/** Which column of a file of calls means what. */
export const callsMapping = z.object({
  separator: z.enum([';', ',', '\t', '|']),
  encoding: z.enum(['utf-8', 'windows-1252']),
  /** Whether the first line names the columns. */
  header: z.boolean(),
  /** When the call came: one column, or a day and a time. Without an offset it is the city's clock. */
  at: z.object({ day: column, time: column.nullable(), form: z.enum(['iso', 'german', 'american', 'unix']) }),
  wait: duration.nullable(),
  talk: duration.nullable(),
  /** Which words mean that somebody answered; null: whoever talked was answered. */
  answered: z.object({ column, words }).nullable(),
  /** Only rows with one of these words are calls that came in; null: all are. */
  only: z.object({ column, words }).nullable(),
  queue: column.nullable(),
  /** What names a call; without it, two files that overlap are told apart by what they say. */
  id: column.nullable(),
})
export type CallsMapping = z.infer<typeof callsMapping>

/** The record of calls that Asterisk writes (`Master.csv`), as its documentation names the columns. */
export const ASTERISK_CDR: CallsMapping = {
  separator: ',',
  encoding: 'utf-8',
  header: false,
  at: { day: 9, time: null, form: 'iso' },
  wait: { column: 12, unit: 's', minus: 13 },
  talk: { column: 13, unit: 's', minus: null },
  answered: { column: 14, words: ['ANSWERED'] },
  only: null,
  queue: 2,
  id: 16,
}

/** `POST /api/v1/past-previews`: what the beginning of a file seems to be. */
export const pastPreview = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('queue-log') }),
  z.object({
    kind: z.literal('calls'),
    mapping: callsMapping,
    columns: z.array(z.string()),
    rows: z.array(z.array(z.string())),
    /** The first rows as they would be read: calls, or what is odd. */
    found: z.array(
      z.union([
        z.object({
          at: z.iso.datetime(),
          queue: z.string(),
          answered: z.boolean(),
          waitS: z.int().nullable(),
          talkS: z.int().nullable(),
        }),
        z.object({ odd: z.string(), line: z.int() }),
      ]),
    ),
  }),
])
export type PastPreview = z.infer<typeof pastPreview>

/** A tally sheet as it was typed or pasted: see `readTally`. */
export const tallyInput = z.object({
  name: z.string().trim().min(1, 'Bitte ausfüllen.').max(200, 'Bitte höchstens 200 Zeichen.'),
  text: z.string().min(1, 'Bitte mindestens einen Tag angeben.').max(100_000, 'Das ist zu lang.'),
})
export type TallyInput = z.infer<typeof tallyInput>
