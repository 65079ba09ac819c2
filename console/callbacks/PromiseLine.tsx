import type { CallbackView } from '../../src/callbacks/contract.ts'
import { StatusWord, type StatusTone } from '../ui/index.ts'
import { RiskWord } from './RiskWord.tsx'

const DECIDED = {
  kept: ['good', 'gehalten'],
  broken: ['bad', 'gebrochen'],
  withdrawn: ['off', 'zurückgezogen'],
} as const satisfies Record<Exclude<CallbackView['promise'], 'open'>, readonly [StatusTone, string]>

/** What the citizen was told, and how it stands. */
export function PromiseLine({
  view: { promise, promiseText, item },
  attempt,
}: {
  view: CallbackView
  attempt: string
}) {
  return (
    <p className="promise">
      <span className="promise__label">Zusage</span>
      <span className="promise__text">{promiseText}</span>
      {promise === 'open' ? <RiskWord risk={item.risk} /> : <Decided promise={promise} />}
      <span className="muted">{attempt}</span>
    </p>
  )
}

function Decided({ promise }: { promise: keyof typeof DECIDED }) {
  const [tone, word] = DECIDED[promise]
  return <StatusWord tone={tone}>{word}</StatusWord>
}
