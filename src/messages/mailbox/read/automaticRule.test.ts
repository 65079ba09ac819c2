import { describe, expect, test } from 'vitest'
import { automaticReason } from './automaticRule.ts'
import { headersOf } from './headers.ts'
import { aMail } from './mail.testkit.ts'

const reason = (head: Readonly<Record<string, string>>, from = 'jana@example.org', subject = 'Laterne') =>
  automaticReason(headersOf(aMail(head)), from, subject)

describe('a machine', () => {
  test.each([
    ['Auto-Submitted', 'auto-replied', 'auto-submitted'],
    ['Auto-Submitted', 'auto-generated (vacation)', 'auto-submitted'],
    ['Precedence', 'bulk', 'precedence'],
    ['Precedence', 'list', 'precedence'],
    ['Precedence', 'junk', 'precedence'],
    ['Precedence', 'auto_reply', 'precedence'],
    ['X-Loop', 'yes', 'loop'],
    ['X-No-Loop', 'jana@example.org', 'loop'],
    ['X-Auto-Response-Suppress', 'All', 'suppressed'],
    ['Mailing-List', 'contact x@example.org', 'list'],
    ['List-Id', '<verein.example.org>', 'list'],
    ['List-Unsubscribe', '<mailto:x@example.org>', 'list'],
    ['X-Autoreply', 'yes', 'autoreply'],
    ['X-Autorespond', 'ja', 'autoreply'],
    ['X-Autoresponse', 'yes', 'autoreply'],
    ['X-POST-MessageClass', '9; Autoresponder', 'autoreply'],
    ['Return-Path', '<>', 'null-sender'],
  ])('given %s: %s, is known by it', (name, value, expected) => {
    expect(reason({ [name]: value })).toBe(expected)
  })

  test.each([
    'noreply@shop.example',
    'no-reply+5@shop.example',
    'MAILER-DAEMON@mx.example',
    'postmaster@mx.example',
  ])('given the sender %s, is known by it', (from) => expect(reason({}, from)).toBe('no-reply'))

  test.each([
    'Automatische Antwort: Ihre Meldung',
    'Abwesenheitsnotiz: bis 4. Januar',
    'Out of Office: Re: Ihre Meldung',
    'Auto-Reply: danke',
    'Automatic reply: danke',
  ])('given the subject %j and no header, is known by it', (subject) =>
    expect(reason({}, 'jana@example.org', subject)).toBe('absence'),
  )
})

describe('a person', () => {
  test.each([
    [{}, 'Laterne'],
    [{ 'Auto-Submitted': 'no' }, 'Laterne'],
    [{ 'Auto-Submitted': 'No' }, 'Laterne'],
    [{ Precedence: 'first-class' }, 'Laterne'],
    [{ 'Return-Path': '<jana@example.org>' }, 'Laterne'],
    // What anybody can write to steer a machine steers nothing here.
    [{ 'X-Freizeichen-Case': '5', 'X-Priority': '1' }, 'Laterne'],
    [{}, 'Die automatische Tür im Rathaus klemmt'],
  ])('given %j and the subject %j, is none', (head, subject) => {
    expect(reason(head, 'jana@example.org', subject)).toBeNull()
  })
})
