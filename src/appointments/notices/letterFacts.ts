import { servicesOf } from '../../catalogue/index.ts'
import type { Context } from '../../platform/context.ts'
import type { PageLanguage } from '../../platform/ui/language.ts'
import type { AppointmentReference } from '../../shared/appointmentReference.ts'
import type { Appointment } from '../appointment.ts'
import { knownCity, officesOf } from '../settings/offices.ts'
import { letterMoment, shortLetterMoment } from './letterMoment.ts'

/** What letters say of an appointment, in the words of their language. No name: whoever typed one may have typed anything. */
export interface LetterFacts {
  city: string
  /** 'Donnerstag, 26. November 2026, 10:15 Uhr' */
  when: string
  shortWhen: string
  minutes: number
  /** Null where the office gives no appointments any more. */
  office: { name: string; address: string } | null
  /** '2 × Personalausweis beantragen' */
  services: readonly string[]
  /** What to bring, by service; services that need nothing are left out. */
  bring: readonly { service: string; documents: readonly string[] }[]
  reference: AppointmentReference
}

/** A booked appointment, or one that was. */
export type Booked = Appointment & { reference: AppointmentReference }

export async function letterFacts(ctx: Context, own: Booked, lang: PageLanguage): Promise<LetterFacts> {
  const city = await knownCity(ctx, ctx.cityId)
  const offices = await officesOf(ctx, ctx.cityId)
  const office = offices.find((one) => one.office.id === own.officeId)?.office ?? null
  const catalogue = await servicesOf(ctx, ctx.cityId)
  const chosen = own.services.flatMap(({ id, persons }) => {
    const service = catalogue.find((one) => one.id === id)
    if (!service) return []
    const name = lang === 'einfach' ? service.plainName : service.name
    return [{ name, persons, documents: service.documents }]
  })
  return {
    city: city.title,
    when: letterMoment(own.start, city.timeZone, lang),
    shortWhen: shortLetterMoment(own.start, city.timeZone, lang),
    minutes: (own.end - own.start) / 60_000,
    office: office && { name: office.name, address: office.address },
    services: chosen.map(({ name, persons }) => (persons > 1 ? `${persons} × ${name}` : name)),
    bring: chosen
      .filter(({ documents }) => documents.length > 0)
      .map(({ name, documents }) => ({ service: name, documents })),
    reference: own.reference,
  }
}
