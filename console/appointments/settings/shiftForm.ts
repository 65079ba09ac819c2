import { textOf, textOrNull } from '../../ui/index.ts'
import { minuteOfTyped } from './clock.ts'
import { wholeOf } from './formNumbers.ts'
import type { ShiftDraft } from './queries.ts'

/** The form as a shift; the server checks every field. */
export function shiftOf(values: FormData): ShiftDraft {
  return {
    label: textOf(values, 'label'),
    people: wholeOf(values, 'people'),
    opens: minuteOfTyped(textOf(values, 'opens')),
    closes: minuteOfTyped(textOf(values, 'closes')),
    breaks: textsOf(values, 'break').map((_, place) => ({
      from: minuteOfTyped(textOf(values, `breaks.${place}.from`)),
      to: minuteOfTyped(textOf(values, `breaks.${place}.to`)),
    })),
    skills: textOf(values, 'mayDo') === 'some' ? textsOf(values, 'skills') : null,
    pattern: patternOf(values),
  }
}

function patternOf(values: FormData): ShiftDraft['pattern'] {
  if (textOf(values, 'kind') === 'day') return { kind: 'day', date: textOf(values, 'pattern.date') }
  return {
    kind: 'weekly',
    weekdays: textsOf(values, 'pattern.weekdays').map(Number),
    everyWeeks: wholeOf(values, 'pattern.everyWeeks'),
    from: textOf(values, 'pattern.from'),
    until: textOrNull(values, 'pattern.until'),
  }
}

const textsOf = (values: FormData, name: string): string[] =>
  values.getAll(name).filter((value) => typeof value === 'string')
