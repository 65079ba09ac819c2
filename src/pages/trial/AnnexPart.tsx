import type { PageLanguage } from '../../platform/ui/language.ts'
import { type DayRow, dayRows, type KeptTrial } from '../../trial/index.ts'
import { whole } from './numbers.ts'
import { TestCallTable } from './TestCallsPart.tsx'
import { trialTexts } from './texts.ts'

interface Props {
  trial: KeptTrial
  lang: PageLanguage
  /** What the page's address is without its ending. */
  address: string
}

/** The definitions and every day, for whoever works it out anew. */
export function AnnexPart({ trial, lang, address }: Props) {
  const texts = trialTexts[lang]
  const rows = dayRows(trial.inputs)
  return (
    <section class="block report-part" aria-labelledby="anhang">
      <h2 id="anhang">{texts.annex}</h2>
      <h3>{texts.definitions}</h3>
      <dl class="fields">
        {trial.plan.targets.map(({ figure }) => (
          <div>
            <dt>{texts.figures[figure].name}</dt>
            <dd>{texts.figures[figure].counts}</dd>
          </div>
        ))}
      </dl>
      {(['trial', 'baseline'] as const).map((period) => (
        <DayTable
          name={period === 'trial' ? texts.days.trial : texts.days.before}
          id={period === 'trial' ? 'tage-testbetrieb' : 'tage-vorher'}
          rows={rows.filter((row) => row.period === period)}
          lang={lang}
        />
      ))}
      <TestCallTable trial={trial} lang={lang} />
      <p class="muted">{texts.few}</p>
      <p class="onward">
        <a href={`${address}.csv`}>{texts.csv}</a> · <a href={`${address}.json`}>{texts.json}</a>
      </p>
      <p class="muted trust">{texts.trust(trial.hash)}</p>
    </section>
  )
}

/** In the order of `columns`. */
const COUNTS = [
  'offered',
  'answered',
  'answered15',
  'answered20',
  'answered30',
  'abandoned',
  'lostAtClosing',
  'repeated',
  'closed',
  'blocked',
] as const

/** Wider than a telephone: it scrolls by itself, by keyboard too. */
function DayTable({
  name,
  id,
  rows,
  lang,
}: {
  name: string
  id: string
  rows: readonly DayRow[]
  lang: PageLanguage
}) {
  const texts = trialTexts[lang]
  if (rows.length === 0) return null
  const shown = (value: number | null): string => (value === null ? '–' : whole(lang, value))
  const pair = (value: { kept: number; of: number } | null): string =>
    value === null ? '–' : `${whole(lang, value.kept)}/${whole(lang, value.of)}`
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section class="day-table" aria-labelledby={id} tabindex={0}>
      <table>
        <caption id={id}>{name}</caption>
        <thead>
          <tr>
            {texts.columns.map((column) => (
              <th scope="col">{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row">
                {row.day}
                {row.special && ' ×'}
              </th>
              {COUNTS.map((count) => (
                <td>{shown(row[count])}</td>
              ))}
              <td>{pair(row.callbacks)}</td>
              <td>{pair(row.settledInCall)}</td>
              <td>{pair(row.answered24)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
