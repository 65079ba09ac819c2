import { firstOf, type Headers } from './headers.ts'

/** What a machine wrote, or must not be answered by one. `absence`: only its subject says so. */
export type AutomaticReason =
  | 'auto-submitted'
  | 'precedence'
  | 'loop'
  | 'suppressed'
  | 'list'
  | 'autoreply'
  | 'null-sender'
  | 'no-reply'
  | 'absence'

const AUTOREPLY = ['x-autoreply', 'x-autorespond', 'x-autoresponse']
const LOOP = ['x-loop', 'x-no-loop']
const ABSENCE =
  /^\s*(automatische (antwort|abwesenheit)|abwesenheits(notiz|nachricht|meldung|assistent)|abwesend|out of (the )?office|auto(matic)?[ -]?(reply|response)|autoantwort|ich bin (nicht im büro|im urlaub)|urlaubsvertretung)/i
const NOBODY =
  /^(no-?reply|do-?not-?reply|donotreply|nicht-?antworten|keine-?antwort|mailer-daemon|postmaster|bounces?)([+.-].*)?$/i

/**
 * Whether a mail was written by a machine; null for people. Everything that RFC 3834 and the systems in use say with a header:
 * Auto-Submitted, Precedence, X-Loop, Exchange's own two, list headers, an empty Return-Path. Senders that read no answers and
 * subjects of absence notices are signs of their own.
 */
export function automaticReason(
  headers: Headers,
  from: string | null,
  subject: string,
): AutomaticReason | null {
  const submitted = firstOf(headers, 'auto-submitted').toLowerCase()
  if (submitted !== '' && !/^no\b/.test(submitted)) return 'auto-submitted'
  if (/^(bulk|list|junk|auto_reply)\b/i.test(firstOf(headers, 'precedence'))) return 'precedence'
  if (LOOP.some((name) => headers.has(name))) return 'loop'
  if (/\b(all|oof|autoreply)\b/i.test(firstOf(headers, 'x-auto-response-suppress'))) return 'suppressed'
  if (headers.has('mailing-list') || [...headers.keys()].some((name) => name.startsWith('list-')))
    return 'list'
  if (AUTOREPLY.some((name) => headers.has(name)) || isAutoresponder(headers)) return 'autoreply'
  if (/^<\s*>$/.test(firstOf(headers, 'return-path'))) return 'null-sender'
  if (from !== null && NOBODY.test(from.slice(0, from.lastIndexOf('@')))) return 'no-reply'
  return ABSENCE.test(subject) ? 'absence' : null
}

/** Exchange writes '9; Autoresponder'. */
const isAutoresponder = (headers: Headers): boolean =>
  /autoresponder/i.test(firstOf(headers, 'x-post-messageclass'))
