import type { Letter, Message, MessageKind } from '../../messages/index.ts'
import { asSystem, inTransaction, type Platform } from '../../platform/context.ts'
import type { Appointment } from '../appointment.ts'
import { knownCity } from '../settings/offices.ts'
import { findAppointment } from '../store.ts'
import { holdAgain, isAwaited, newCode } from './confirmByMessage.ts'
import { confirmTexts } from './confirmTexts.ts'
import { newKey } from './keys.ts'
import { clockOf, letterMoment } from './letterMoment.ts'
import { letterTexts } from './letterTexts.ts'

/** Who writes the messages that ask somebody to confirm. @param site what the city's pages begin with */
export const confirmKinds = (site: string): readonly MessageKind[] => [
  {
    name: 'appointment.confirm',
    write: (platform, message) => writing(platform, message, (hold) => link(platform, message, hold, site)),
    sent: (tx, platform, message) =>
      holdAgain(tx, platform, { cityId: message.cityId, id: message.subjectId }),
  },
  {
    name: 'appointment.code',
    write: (platform, message) => writing(platform, message, () => code(platform, message)),
    sent: (tx, platform, message) =>
      holdAgain(tx, platform, { cityId: message.cityId, id: message.subjectId }),
  },
]

async function writing(
  platform: Platform,
  { cityId, subjectId: id, recipient }: Message,
  write: (hold: Appointment) => Promise<Letter>,
): Promise<Letter | null> {
  const hold = await findAppointment(platform.db, cityId, { id })
  // Corrected meanwhile: the first address was somebody else's.
  const isTheirs = recipient === hold?.contact?.email || recipient === hold?.contact?.phone
  return hold && isTheirs && isAwaited(hold, platform.clock.now()) ? write(hold) : null
}

async function link(
  platform: Platform,
  { cityId, lang }: Message,
  { id, start, expiresAt }: Appointment,
  site: string,
): Promise<Letter> {
  const { title, timeZone } = await knownCity(asSystem(platform, cityId), cityId)
  const key = await inTransaction(platform, (tx) => newKey(tx, { cityId, id }, 'confirm'))
  const path = `/termin/b/${key}${lang === 'de' ? '' : `?lang=${lang}`}`
  const texts = confirmTexts[lang]
  const { greeting, when, closing } = letterTexts[lang]
  const until = clockOf(expiresAt?.getTime() ?? start, timeZone, lang)
  const paragraphs = [
    greeting,
    `${texts.lead(until)}\n${new URL(path, site).href}`,
    texts.press,
    `${when}: ${letterMoment(start, timeZone, lang)}`,
    texts.notYou,
    `${title}\n${closing}`,
  ]
  return { from: title, subject: texts.subject, text: `${paragraphs.join('\n\n')}\n`, calendar: null }
}

async function code(platform: Platform, { cityId, subjectId: id, lang }: Message): Promise<Letter> {
  const { title } = await knownCity(asSystem(platform, cityId), cityId)
  const digits = await newCode(platform, { cityId, id })
  return { from: title, subject: '', text: confirmTexts[lang].sms(title, digits), calendar: null }
}
