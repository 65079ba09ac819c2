import type { PageLanguage } from '../../platform/ui/language.ts'
import { type KeptTrial, summaryOf, type TestCall } from '../../trial/index.ts'
import { germanOn } from '../germanOnly.ts'
import { momentIn, spokenMs, whole } from './numbers.ts'
import { trialTexts } from './texts.ts'

interface Props {
  trial: KeptTrial
  lang: PageLanguage
}

const PERIODS = ['baseline', 'trial'] as const
const secondsOf = (lang: PageLanguage, seconds: number | null): string =>
  seconds === null ? '–' : spokenMs(lang, seconds * 1000)

/** What the city's own test calls say, before and in the trial; nothing where there were none. */
export function TestCallsPart({ trial: { inputs, plan }, lang }: Props) {
  const texts = trialTexts[lang].testCalls
  const called = PERIODS.flatMap((period) => {
    const calls = inputs.testCalls?.[period] ?? []
    return calls.length === 0 ? [] : [{ period, ...summaryOf(calls) }]
  })
  if (called.length === 0) return null
  return (
    <>
      <h3>{texts.title}</h3>
      <p>{texts.lead}</p>
      <ul>
        {called.map(({ period, calls, answered, answered15, medianS, longestS }) => (
          <li>
            {texts.of[period]}:{' '}
            {texts.summary({
              calls: whole(lang, calls),
              answered: whole(lang, answered),
              answered15: whole(lang, answered15),
              median: secondsOf(lang, medianS),
              longest: secondsOf(lang, longestS),
            })}
          </li>
        ))}
      </ul>
      {plan.baseline.source === 'test-calls' && <p>{texts.asBaseline}</p>}
    </>
  )
}

/** Each of them, for the annex. */
export function TestCallTable({ trial: { inputs, timeZone }, lang }: Props) {
  const texts = trialTexts[lang].testCalls
  const calls: TestCall[] = PERIODS.flatMap((period) => inputs.testCalls?.[period] ?? [])
  if (calls.length === 0) return null
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section class="day-table" aria-labelledby="testanrufe" tabindex={0}>
      <table>
        <caption id="testanrufe">{texts.title}</caption>
        <thead>
          <tr>
            {texts.columns.map((column) => (
              <th scope="col">{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {calls.map(({ at, dialled, answered, waitS }) => (
            <tr>
              <th scope="row">{momentIn(lang, new Date(at), timeZone)}</th>
              <td {...germanOn(lang)}>{dialled}</td>
              <td>{texts.ends[answered ? 'answered' : 'gaveUp']}</td>
              <td>{whole(lang, waitS)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
