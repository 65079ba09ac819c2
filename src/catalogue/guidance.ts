import type { Channel, Responsible, Service } from './model.ts'
import { guidanceTexts, type Language } from './texts.ts'

/**
 * Whether the person must appear at the office that is responsible:
 * `required` for channel in-person; `not-required` for phone, email and online;
 * `depends` for mixed, where the single matter decides and a call finds out.
 */
export type Visit = 'required' | 'depends' | 'not-required'

/** What a service asks of people, in whole sentences; `bring.items` and office names stay as in the catalogue. */
export type Guidance = {
  visit: Visit
  /** The first thing anybody hears or reads. */
  visitLine: string
  responsibleLine: string
  bring: { heading: string; items: readonly string[] }
  /** null where another office does the work, because our planning value says nothing about it. */
  durationLine: string | null
  feeLine: string | null
  /** What the agent says aloud: the answer and what to bring, nothing twice. */
  say: string
}

/** The public short form of a service; fees in cents, null where unknown or set by another office. */
export type ServiceSummary = {
  id: string
  name: string
  plainName: string
  visit: Visit
  visitLine: string
  channel: Channel
  minutes: number | null
  feeCents: number | null
  documents: readonly string[]
  department: string
  responsible: Responsible
}

const visits = {
  'in-person': 'required',
  mixed: 'depends',
  phone: 'not-required',
  email: 'not-required',
  online: 'not-required',
} satisfies Record<Channel, Visit>

const otherOfficePrefix = 'nicht die Stadt: '

/** Whether a service needs a visit. */
export function visitOf(service: Service): Visit {
  return visits[service.channel]
}

/** Turns a service into sentences for citizens and agents; the note of the catalogue stays with the staff. */
export function guide(service: Service, language: Language): Guidance {
  const texts = guidanceTexts[language]
  const visit = visitOf(service)
  const ours = service.responsible !== 'other'
  const unclear = service.responsible === 'to be set by the city'
  const visitLine = visitLineOf(service, language)
  const heading = visit === 'required' ? texts.bring : texts.haveReady
  const bring =
    service.documents.length === 0 ? texts.nothingToBring : `${heading} ${listed(service.documents)}.`
  return {
    visit,
    visitLine,
    responsibleLine: responsibleLineOf(service, language),
    bring: {
      heading: service.documents.length === 0 ? texts.nothingToBring : heading,
      items: service.documents,
    },
    durationLine: ours ? texts.duration(service.minutes) : null,
    feeLine: ours ? feeLineOf(service, language) : null,
    say: unclear ? `${visitLine} ${texts.unknownOffice} ${bring}` : `${visitLine} ${bring}`,
  }
}

/** The short form for the public API and for lists of results. */
export function summarise(service: Service, language: Language): ServiceSummary {
  const ours = service.responsible !== 'other'
  return {
    id: service.id,
    name: service.name,
    plainName: service.plainName,
    visit: visitOf(service),
    visitLine: visitLineOf(service, language),
    channel: service.channel,
    minutes: ours ? service.minutes : null,
    feeCents: ours && service.feeEuro !== null ? Math.round(service.feeEuro * 100) : null,
    documents: service.documents,
    department: service.department,
    responsible: service.responsible,
  }
}

function visitLineOf(service: Service, language: Language): string {
  const texts = guidanceTexts[language]
  if (service.responsible !== 'other') return texts.visit[service.channel](service.minutes)
  return `${texts.notTheCity(otherOfficeOf(service))} ${texts.visitElsewhere[service.channel]}`.trim()
}

function responsibleLineOf(service: Service, language: Language): string {
  const texts = guidanceTexts[language]
  switch (service.responsible) {
    case 'city':
      return texts.responsible.city(service.department)
    case 'shared':
      return texts.responsible.shared(service.department)
    case 'other':
      return texts.notTheCity(otherOfficeOf(service))
    case 'to be set by the city':
      return texts.unknownOffice
  }
}

/** The catalogue names the other office in the department; a department of our own there means that it names none. */
function otherOfficeOf(service: Service): string | null {
  return service.department.startsWith(otherOfficePrefix)
    ? service.department.slice(otherOfficePrefix.length)
    : null
}

function feeLineOf(service: Service, language: Language): string {
  const texts = guidanceTexts[language]
  if (service.feeEuro === null) return texts.feeUnknown
  if (service.feeEuro === 0) return texts.free
  return texts.fee(amount(service.feeEuro, language === 'en' ? '.' : ','))
}

function amount(euro: number, separator: string): string {
  return Number.isInteger(euro) ? String(euro) : euro.toFixed(2).replace('.', separator)
}

function listed(items: readonly string[]): string {
  return items.join('; ')
}
