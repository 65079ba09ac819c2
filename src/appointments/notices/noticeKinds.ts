import type { Letter, Message, MessageKind } from '../../messages/index.ts'
import { asSystem, inTransaction, type Platform } from '../../platform/context.ts'
import { calendarFor } from '../calendar/calendarOf.ts'
import { findAppointment } from '../store.ts'
import { confirmKinds } from './confirmKinds.ts'
import { newKey } from './keys.ts'
import { type Doors, letterText, smsText } from './letter.ts'
import { type Booked, letterFacts } from './letterFacts.ts'
import { letterTexts } from './letterTexts.ts'
import { isStillTrue, type Notice, WITHOUT_CALENDAR } from './noticeRule.ts'

const NOTICES: readonly Notice[] = [
  'booked',
  'moved',
  'shortened',
  'cancelled',
  'attention',
  'restored',
  'reminder',
]

/** Who writes the texts about appointments. @param site what the city's pages begin with */
export const noticeKinds = (site: string): readonly MessageKind[] => [
  ...confirmKinds(site),
  ...NOTICES.map((notice): MessageKind => ({
    name: `appointment.${notice}`,
    write: (platform, message) => write(platform, message, notice, site),
  })),
]

async function write(
  platform: Platform,
  message: Message,
  notice: Notice,
  site: string,
): Promise<Letter | null> {
  const { cityId, lang, facts } = message
  const found = await findAppointment(platform.db, cityId, { id: message.subjectId })
  const now = platform.clock.now().getTime()
  if (!found?.reference || !isStillTrue(notice, Number(facts['sequence']), found, now)) return null
  const own = { ...found, reference: found.reference }
  const ctx = asSystem(platform, cityId)
  const told = await letterFacts(ctx, own, lang)
  const doors = await doorsOf(platform, message, notice, site)
  if (message.channel === 'sms')
    return { from: told.city, subject: '', text: smsText(notice, told, doors, lang), calendar: null }
  return {
    from: told.city,
    subject: letterTexts[lang].subject[notice](told.when),
    text: letterText(notice, told, doors, lang),
    calendar: WITHOUT_CALENDAR.includes(notice) ? null : await calendarOf(platform, own, message, site),
  }
}

async function calendarOf(platform: Platform, own: Booked, { cityId, lang }: Message, site: string) {
  const { name, method, text } = await calendarFor(asSystem(platform, cityId), own, { site, lang })
  return { name, method, text }
}

/** The keys are made now: a message that is tried again has others, and those of the first try are good as well. */
async function doorsOf(
  platform: Platform,
  { cityId, subjectId: id, lang }: Message,
  notice: Notice,
  site: string,
): Promise<Doors> {
  const address = (path: string): string => new URL(lang === 'de' ? path : `${path}?lang=${lang}`, site).href
  const book = address('/termin')
  if (notice === 'cancelled') return { link: null, own: null, book }
  return inTransaction(platform, async (tx) => ({
    link:
      notice === 'reminder'
        ? address(`/termin/e/${await newKey(tx, { cityId, id }, 'reminder')}`)
        : address(`/termin/k/${await newKey(tx, { cityId, id }, 'link')}`),
    own: { url: address('/termin/mein'), key: await newKey(tx, { cityId, id }, 'own') },
    book,
  }))
}
