import { tidyClock } from '../../city/tidyClock.ts'
import { textOf, textOrNull } from '../../ui/index.ts'
import type { EntryDraft } from './queries.ts'

/** What stands in the form; the server has a sentence for everything that is no such thing. */
export function entryOf(accountId: string, values: FormData): EntryDraft {
  const clock = (name: string) => tidyClock(textOf(values, name))
  const optional = (name: string) => clock(name).trim() || null
  const times = {
    opens: clock('opens'),
    closes: clock('closes'),
    breakOpens: optional('breakOpens'),
    breakCloses: optional('breakCloses'),
    share: percentOf(textOf(values, 'share')),
  }
  if (textOf(values, 'kind') === 'day')
    return { kind: 'day', accountId, date: textOf(values, 'date'), ...times }
  return {
    kind: 'weekly',
    accountId,
    weekdays: values.getAll('weekdays').map(Number),
    everyWeeks: textOf(values, 'everyWeeks') === '2' ? 2 : 1,
    from: textOf(values, 'from'),
    until: textOrNull(values, 'until'),
    ...times,
  }
}

/** '50', '50 %' */
function percentOf(typed: string): number {
  const digits = /^\s*(\d{1,3})\s*%?\s*$/.exec(typed)?.[1]
  return digits === undefined ? Number.NaN : Number(digits)
}
