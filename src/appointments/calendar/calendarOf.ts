import { servicesOf } from '../../catalogue/index.ts'
import { waysOf } from '../../messages/index.ts'
import type { Context } from '../../platform/context.ts'
import type { PageLanguage } from '../../platform/ui/language.ts'
import type { AppointmentReference } from '../../shared/appointmentReference.ts'
import type { Appointment } from '../appointment.ts'
import { appointmentOf } from '../booking/appointmentOf.ts'
import { calendarTexts } from './calendar.texts.ts'
import { calendarFile, type CalendarFile } from './calendarFile.ts'
import type { Proof } from '../booking/hands.ts'
import type { AppointmentState } from '../model.ts'
import { knownCity, officesOf } from '../settings/offices.ts'

const GONE: readonly AppointmentState[] = ['cancelled', 'moved', 'expired']

/** Where its owner moves or cancels an appointment, with number and key. */
const MANAGE_PATH = '/termin/mein'

export interface NamedCalendarFile extends CalendarFile {
  /** 'termin-LU-T-7K3-94C.ics' */
  name: string
}

/**
 * The calendar file of a booked or cancelled appointment. It holds the e-mail address of whoever booked, so it is for
 * them only, and not the secret.
 * @param site what the city's pages begin with, 'https://termine.example.de'
 * @throws Problem 404, 429
 */
export async function calendarOf(
  ctx: Context,
  typed: string,
  proof: Proof,
  { site, lang = 'de' }: { site: string; lang?: PageLanguage },
): Promise<NamedCalendarFile> {
  return calendarFor(ctx, await appointmentOf(ctx, typed, proof), { site, lang })
}

/** The same of an appointment in hand, for a message to its owner. */
export async function calendarFor(
  ctx: Context,
  own: Appointment & { reference: AppointmentReference },
  { site, lang }: { site: string; lang: PageLanguage },
): Promise<NamedCalendarFile> {
  const city = await knownCity(ctx, ctx.cityId)
  const settings = (await officesOf(ctx, ctx.cityId)).find(({ office }) => office.id === own.officeId)
  const place = settings?.office ?? null
  const host = place ? `${place.name}, ${city.title}` : city.title
  const url = new URL(MANAGE_PATH, site).href
  const isCancelled = GONE.includes(own.state)
  const file = calendarFile(
    {
      uid: own.id,
      sequence: own.sequence,
      isCancelled,
      start: own.start,
      end: own.end,
      timeZone: city.timeZone,
      summary: calendarTexts[lang].summary(host),
      location: place && `${place.name}, ${place.address}`,
      description: isCancelled ? calendarTexts[lang].cancelled : await description(ctx, own, lang, url),
      url,
      organizer: { name: host, email: organizerOf(ctx) },
      attendee: own.contact?.email ?? null,
    },
    ctx.clock.now(),
  )
  return { ...file, name: `termin-${own.reference}.ics` }
}

/**
 * An organizer must have an address, and calendars compare it with the sender's: the one that mails come from. Where none
 * do, an address under `.invalid`, which by RFC 2606 reaches nobody at all.
 */
const organizerOf = (ctx: Context): string => waysOf(ctx).email?.from ?? `keine-antwort@${ctx.cityId}.invalid`

async function description(
  ctx: Context,
  { services, reference }: Appointment & { reference: AppointmentReference },
  lang: PageLanguage,
  url: string,
): Promise<string> {
  const texts = calendarTexts[lang]
  const catalogue = await servicesOf(ctx, ctx.cityId)
  const lists = services.flatMap(({ id }) => {
    const service = catalogue.find((each) => each.id === id)
    if (!service || service.documents.length === 0) return []
    const name = lang === 'einfach' ? service.plainName : service.name
    return [[texts.bring(name), ...service.documents.map((item) => `- ${item}`)].join('\n')]
  })
  return [texts.number(reference), ...lists, texts.change(url)].join('\n\n')
}

/** The headers under which a calendar file is sent. */
export const calendarHeaders = ({ method, name }: NamedCalendarFile): Record<string, string> => ({
  'Content-Type': `text/calendar; charset=utf-8; method=${method}`,
  'Content-Disposition': `attachment; filename="${name}"`,
  'Cache-Control': 'no-store',
})
