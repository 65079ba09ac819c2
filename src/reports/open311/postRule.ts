import { cleanLine } from '../../shared/cleanText.ts'
import { Failure } from './failure.ts'

/** What a form of `POST requests` sends: every value of a field. */
export type Sent = ReadonlyMap<string, readonly string[]>

export interface Posted {
  categoryId: string
  description: string
  /** What there is of a place, in words; '' for none. */
  place: string
  at: { lat: number; lon: number } | null
  answers: Readonly<Record<string, readonly string[]>>
  name: string
  email: string
  phone: string
  mediaUrl: string | null
  apiKey: string
}

/** Reads it; `attribute[x]` and `attribute[x][]` are the same, what is empty counts as not sent. @throws Failure 400 */
export function readPosted(sent: Sent): Posted {
  const one = (name: string): string =>
    (sent.get(name) ?? []).find((value) => value.trim() !== '')?.trim() ?? ''
  const categoryId = one('service_code')
  if (categoryId === '') throw new Failure(400, 'service_code was not provided')
  const at = readPoint(one('lat'), one('long'))
  const address = cleanLine(one('address_string'))
  const addressId = cleanLine(one('address_id'))
  return {
    categoryId,
    description: one('description'),
    place: address || (addressId && `Adresse ${addressId}`) || (at ? `${at.lat}, ${at.lon}` : ''),
    at,
    answers: readAnswers(sent),
    name: cleanLine(`${one('first_name')} ${one('last_name')}`).slice(0, 120),
    email: cleanLine(one('email')),
    phone: cleanLine(one('phone')),
    mediaUrl: readUrl(one('media_url')),
    apiKey: one('api_key'),
  }
}

function readPoint(lat: string, lon: string): Posted['at'] {
  if (lat === '' && lon === '') return null
  const [north, east] = [Number(lat), Number(lon)]
  const isPoint = lat !== '' && lon !== '' && Math.abs(north) <= 90 && Math.abs(east) <= 180
  if (!isPoint) throw new Failure(400, 'lat and long must both be decimal degrees.')
  return { lat: north, lon: east }
}

function readAnswers(sent: Sent): Record<string, string[]> {
  const answers: Record<string, string[]> = {}
  for (const [name, values] of sent) {
    const [, code] = /^attribute\[([\w-]{1,40})\](?:\[\])?$/.exec(name) ?? []
    const given = values.filter((value) => value.trim() !== '')
    if (code && given.length > 0) answers[code] = [...(answers[code] ?? []), ...given]
  }
  return answers
}

/** It is kept as a text and never fetched: whoever sends it could make this program ask anything of the city's own network. */
function readUrl(text: string): string | null {
  if (text === '') return null
  const isUrl = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && text.length <= 2000
  if (!isUrl) throw new Failure(400, 'media_url must be an address that begins with http or https.')
  return text
}
