import { textOf, textOrNull } from '../../ui/index.ts'
import { minuteOfTyped } from '../settings/clock.ts'
import { wholeOf } from '../settings/formNumbers.ts'
import type { PlanDraft, Rule } from './queries.ts'
import { WAYS, type Way } from './words.ts'

/** The form as a plan; the server checks every field. */
export const planOf = (values: FormData): PlanDraft => ({
  officeId: textOf(values, 'officeId'),
  name: textOf(values, 'name'),
  from: textOf(values, 'from'),
  until: textOrNull(values, 'until'),
  rule: ruleOf(values),
})

function ruleOf(values: FormData): Rule {
  const rows = values.getAll('row').map((_, place) => place)
  const minute = (name: string): number => minuteOfTyped(textOf(values, name))
  switch (textOf(values, 'kind')) {
    case 'batch':
      return {
        kind: 'batch',
        opens: { date: textOf(values, 'rule.opens.date'), at: minute('rule.opens.at') },
      }
    case 'rolling':
      return {
        kind: 'rolling',
        steps: rows.map((place) => ({
          daysBefore: wholeOf(values, `rule.steps.${place}.daysBefore`),
          at: minute(`rule.steps.${place}.at`),
          percent: wholeOf(values, `rule.steps.${place}.percent`),
        })),
      }
    case 'quota':
      return {
        kind: 'quota',
        shares: rows.map((place) => ({
          quota: wayOf(textOf(values, `rule.shares.${place}.quota`)),
          percent: wholeOf(values, `rule.shares.${place}.percent`),
          backDays: wholeOf(values, `rule.shares.${place}.backDays`),
          backAt: minute(`rule.shares.${place}.backAt`),
        })),
      }
    default:
      return {
        kind: 'pool',
        times: rows.map((place) => ({
          weekdays: values.getAll(`rule.times.${place}.weekdays`).map(Number),
          at: minute(`rule.times.${place}.at`),
        })),
      }
  }
}

const wayOf = (typed: string): Way => (isWay(typed) ? typed : 'phone')
const isWay = (typed: string): typed is Way => typed in WAYS
