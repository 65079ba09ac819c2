// A drawing in the page, which only a role makes one picture.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import type { PageLanguage } from '../../platform/ui/language.ts'
import { type DayTally, FIGURE_RULES, type KeptTrial } from '../../trial/index.ts'
import { percent } from './numbers.ts'
import { trialTexts } from './texts.ts'

const WIDE = 640
const HIGH = 240
const LEFT = 80
const BOTTOM = 32
const TOP = 14

/**
 * The first target's share day by day, before and in the trial, with both means, their ranges and the target. Drawn on the
 * server; told apart by shape, so that it can be read without colour.
 */
export function DayChart({ trial, lang }: { trial: KeptTrial; lang: PageLanguage }) {
  const texts = trialTexts[lang]
  const [first] = trial.result.figures
  if (!first) return null
  const rule = FIGURE_RULES[first.figure]
  const before = pointsOf(trial.inputs.baseline, rule.of)
  const after = pointsOf(trial.inputs.trial, rule.of)
  const count = before.length + after.length
  if (count === 0) return null
  // A gap of two days between both.
  const x = (at: number) => LEFT + ((at + 0.5) * (WIDE - LEFT - 8)) / (count + 2)
  const y = (share: number) => TOP + (1 - share) * (HIGH - TOP - BOTTOM)
  const parts = [
    { points: before, from: 0, mean: first.before, kind: 'before' as const },
    { points: after, from: before.length + 2, mean: first.trial, kind: 'trial' as const },
  ].filter(({ points }) => points.length > 0)
  const name = texts.figures[first.figure].name
  return (
    <figure class="day-chart">
      <svg viewBox={`0 0 ${WIDE} ${HIGH}`} role="img" aria-labelledby="tage-titel tage-text">
        <title id="tage-titel">{name}</title>
        <desc id="tage-text">{saidOf(trial, lang)}</desc>
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <>
            <line class="grid" x1={LEFT} x2={WIDE} y1={y(share)} y2={y(share)} />
            <text x={LEFT - 6} y={y(share) + 4} text-anchor="end">
              {Math.round(share * 100)} %
            </text>
          </>
        ))}
        {parts.map(({ points, from, mean, kind }) => {
          const [start, end] = [x(from - 0.5), x(from + points.length - 0.5)]
          return (
            <>
              {mean?.low !== null && mean?.high !== null && mean && (
                <rect
                  class="range"
                  x={start}
                  width={end - start}
                  y={y(mean.high)}
                  height={y(mean.low) - y(mean.high)}
                />
              )}
              {mean && <line class="mean" x1={start} x2={end} y1={y(mean.value)} y2={y(mean.value)} />}
              {points.map(({ share, special }, index) => (
                <path
                  class={special ? 'point point--special' : `point point--${kind}`}
                  d={shapeAt(x(from + index), y(share), special ? 'special' : kind)}
                />
              ))}
              <text x={(start + end) / 2} y={HIGH - 8} text-anchor="middle">
                {texts.chartKey[kind]}
              </text>
            </>
          )
        })}
        <line class="target-line" x1={LEFT} x2={WIDE} y1={y(first.target)} y2={y(first.target)} />
      </svg>
      <figcaption class="muted">
        {name}. {texts.chartHow} {'○'} {texts.chartKey.before}, {'●'} {texts.chartKey.trial}, {'×'}{' '}
        {texts.chartKey.special}, {'- -'} {texts.chartKey.target}.
      </figcaption>
    </figure>
  )
}

interface Point {
  day: string
  share: number
  special: boolean
}

function pointsOf(
  { days, special }: KeptTrial['inputs']['trial'],
  of: (day: DayTally) => { kept: number; of: number } | null,
): Point[] {
  const point = (isSpecial: boolean) => (day: DayTally) => {
    const counted = of(day)
    return counted && counted.of > 0
      ? [{ day: day.day, share: counted.kept / counted.of, special: isSpecial }]
      : []
  }
  return [...days.flatMap(point(false)), ...special.flatMap(point(true))].toSorted((one, other) =>
    one.day < other.day ? -1 : 1,
  )
}

/** A ring, a disc, a cross: with full arcs, so that one element draws each. */
function shapeAt(x: number, y: number, kind: 'before' | 'trial' | 'special'): string {
  const [cx, cy] = [x.toFixed(1), y.toFixed(1)]
  if (kind === 'special') return `M${cx} ${cy}m-3.5-3.5l7 7m0-7l-7 7`
  return `M${cx} ${cy}m-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0z`
}

function saidOf({ result }: KeptTrial, lang: PageLanguage): string {
  const texts = trialTexts[lang]
  const [first] = result.figures
  if (!first) return ''
  const shares = [
    first.before && `${texts.chartKey.before} ${percent(lang, first.before.value)}`,
    first.trial && `${texts.chartKey.trial} ${percent(lang, first.trial.value)}`,
    `${texts.chartKey.target} ${percent(lang, first.target)}`,
  ]
  return `${shares.filter((one) => one !== null).join(', ')}. ${texts.chartHow}`
}
