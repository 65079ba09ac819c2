import { z } from 'zod'
import type { Light } from './lights.ts'
import { PARTS } from './lights.ts'
import type { Stand } from './standOf.ts'

const LIGHTS = ['works', 'disturbed', 'unknown'] as const satisfies readonly Light[]
const share = z.object({ kept: z.int(), of: z.int() }).nullable()
const known = z.boolean().meta({ description: 'Falsch: Das ist zurzeit nicht bekannt.' })

/** `GET /api/v1/status`: what the page `/stand` says, for programs. */
export const statusView = z.object({
  at: z.iso.datetime().meta({ description: 'Wann gelesen wurde; zählt für das `ETag` nicht mit.' }),
  parts: z
    .array(z.object({ part: z.enum(PARTS), state: z.enum(LIGHTS) }))
    .meta({ description: 'Was die Stadt anbietet und ob es läuft.' }),
  lines: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      number: z.string(),
      open: z.boolean(),
      waiting: z
        .int()
        .nullable()
        .meta({ description: 'null: geschlossen, oder zurzeit nicht bekannt (`parts`).' }),
      longestMinutes: z.int().nullable(),
    }),
  ),
  announcements: z
    .array(
      z.object({
        de: z.string(),
        en: z.string().nullable(),
        einfach: z.string().nullable(),
        link: z.string().nullable().meta({ description: 'Eine Adresse oder ein Weg auf diesen Seiten.' }),
        important: z.boolean(),
      }),
    )
    .meta({ description: 'Was die Stadt gerade sagt; null: in dieser Sprache gibt es keinen Text.' }),
  notices: z.array(z.string()).meta({ description: 'Schließungen der nächsten sieben Tage, auf Deutsch.' }),
  callback: z.object({
    known,
    next: z.object({ start: z.iso.datetime(), end: z.iso.datetime() }).nullable(),
  }),
  appointments: z.object({
    known,
    offices: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        next: z
          .object({
            date: z.iso.date(),
            time: z.string().meta({ description: 'In der Zeitzone der Stadt.' }),
            service: z.object({ id: z.string(), name: z.string() }),
          })
          .nullable(),
      }),
    ),
  }),
  month: z
    .object({
      known,
      from: z.iso.date().nullable(),
      answers: share.meta({ description: 'In 15 Sekunden angenommen; null: zu wenige für eine Zahl.' }),
      callbacks: share.meta({ description: 'Rückrufe im zugesagten Zeitfenster.' }),
    })
    .meta({ description: 'Der laufende Monat, wie ihn die Stadt selbst zählt.' }),
})
export type StatusView = z.infer<typeof statusView>

/** How things stand, for programs: only what is the same in every language. */
export function statusOf(stand: Stand): StatusView {
  const { calling, callback, appointments, month } = stand
  const range = callback === 'unknown' ? undefined : callback?.range
  return {
    at: stand.at.toISOString(),
    parts: stand.lights.map(({ part, light }) => ({ part, state: light })),
    lines: calling.lines.map(({ id, name, number, decided, waiting, longestMinutes }) => ({
      id,
      name,
      number,
      open: decided?.open ?? calling.opening?.open ?? false,
      waiting,
      longestMinutes,
    })),
    announcements: calling.announcements.map(({ text, textEn, textEinfach, link, important }) => ({
      de: text,
      en: textEn,
      einfach: textEinfach,
      link,
      important,
    })),
    notices: [...calling.notices],
    callback: {
      known: callback !== 'unknown',
      next: range
        ? { start: new Date(range.start).toISOString(), end: new Date(range.end).toISOString() }
        : null,
    },
    appointments: {
      known: appointments !== 'unknown',
      offices: appointments === 'unknown' ? [] : (appointments ?? []).map(officeOf),
    },
    month:
      month === 'unknown'
        ? { known: false, from: null, answers: null, callbacks: null }
        : { known: true, ...month },
  }
}

type Offices = Exclude<Stand['appointments'], 'unknown' | null>

const officeOf = ({ id, name, next }: Offices[number]): StatusView['appointments']['offices'][number] => ({
  id,
  name,
  next: next && {
    date: next.date,
    time: next.time,
    service: { id: next.service.id, name: next.service.name },
  },
})
