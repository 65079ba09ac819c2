import { firstOf, type Headers } from './headers.ts'

/** What a mail server says of a mail of ours that it could not deliver. */
export interface Bounce {
  /** Not to be tried again: the address takes nothing. A full mailbox may be emptied. */
  permanent: boolean
  /** RFC 3463, '5.1.1'. */
  code: string | null
  recipient: string | null
  /** Local parts and hosts of ids in it that look like ours, '<m.….…@stadt.example>'. */
  ourMessageIds: string[]
}

const OURS = /<[mc]\.[\w-]{22}\.[\w-]{22}@[^<>\s]{1,255}>/g
/** Full, over quota: for good by its number, and not in truth. */
const MAY_PASS = '5.2.2'

/**
 * A delivery status notification (RFC 3464), also where it is not labelled as a report, and the older kind that only names whom
 * it failed for. Null for anything else, such as a notice that somebody is away.
 * @param raw whole, as it came
 */
export function bounceOf(raw: Uint8Array, headers: Headers): Bounce | null {
  const text = Buffer.from(raw).toString('latin1')
  const status = statusPart(text)
  const failedFor = firstOf(headers, 'x-failed-recipients')
  if (status === null && failedFor === '') return null
  const code = /^status:\s*(\d\.\d{1,3}\.\d{1,3})/im.exec(status ?? '')?.[1] ?? null
  const action = /^action:\s*([a-z]+)/im.exec(status ?? '')?.[1]?.toLowerCase() ?? 'failed'
  // A receipt of delivery or reading is no failure, and no word of a person.
  const failed = action === 'failed'
  return {
    permanent: failed && (code === null || (code.startsWith('5') && code !== MAY_PASS)),
    code,
    recipient: (recipientIn(status ?? '') ?? failedFor.split(',')[0]?.trim()) || null,
    ourMessageIds: [...new Set(text.match(OURS))],
  }
}

/** What stands below the head of the part, up to the next part. */
function statusPart(text: string): string | null {
  const at = /^content-type:\s*message\/(delivery-status|disposition-notification)\b/im.exec(text)
  if (!at) return null
  const body = text
    .slice(at.index)
    .split(/\r?\n\r?\n/)
    .slice(1, 4)
    .join('\n')
  return body.split(/^--/m)[0] ?? null
}

const recipientIn = (status: string): string | undefined =>
  /^(?:final|original)-recipient:\s*[^;\r\n]*;\s*<?([^\s<>]+)>?/im.exec(status)?.[1]
