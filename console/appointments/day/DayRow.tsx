import type { Ref } from 'react'
import { spokenAgo } from '../../../src/shared/germanTime.ts'
import type { DayItem, DayState } from '../../../src/appointments/day/contract.ts'
import { clockOf } from '../../platform/times.ts'
import { StatusWord, type StatusTone } from '../../ui/index.ts'
import { servicesText, stateWords } from './marks.ts'

interface Props {
  item: DayItem
  now: number
  timeZone: string
  /** Only the chosen row is reached by Tab; the arrows reach the others. */
  chosen: boolean
  /** Why the last click changed nothing. */
  refusal: string | undefined
  button: Ref<HTMLButtonElement>
  onChoose: () => void
}

export function DayRow({ item, now, timeZone, chosen, refusal, button, onChoose }: Props) {
  return (
    <tr
      className="day__row"
      data-chosen={chosen || undefined}
      data-over={isOver(item) || undefined}
      onClick={onChoose}
    >
      <td>{clockOf(item.start, timeZone)}</td>
      <td>
        <button
          ref={button}
          type="button"
          className="day__choose"
          tabIndex={chosen ? 0 : -1}
          aria-current={chosen || undefined}
          aria-describedby={`${item.id}-about`}
          onFocus={onChoose}
          onClick={onChoose}
        >
          {item.reference}
        </button>
      </td>
      <td>{item.name ?? <span className="muted">gelöscht</span>}</td>
      <td className="day__services" id={`${item.id}-about`}>
        {servicesText(item)}
        {item.squeezedBecause !== null && (
          <span className="day__squeezed">
            {item.besidePlan ? 'Eingeschoben neben dem Plan' : 'Eingeschoben'}: {item.squeezedBecause}
          </span>
        )}
        {item.besidePlan && item.squeezedBecause === null && (
          <span className="day__squeezed">Neben dem Plan: Die Zeit war schon vergeben.</span>
        )}
        {refusal && (
          <span className="day__refusal" role="alert">
            {refusal}
          </span>
        )}
      </td>
      <td className="num">{item.minutes}</td>
      <td>
        <State item={item} now={now} />
      </td>
    </tr>
  )
}

const isOver = ({ state }: DayItem): boolean => state === 'served' || state === 'no-show'

const TONES: Readonly<Record<DayState, StatusTone>> = {
  booked: 'off',
  arrived: 'good',
  called: 'busy',
  served: 'off',
  'no-show': 'bad',
}

function State({ item, now }: { item: DayItem; now: number }) {
  const { state, counter, arrivedAt, needsAttention } = item
  if (needsAttention && state === 'booked') return <StatusWord tone="warn">zu klären</StatusWord>
  const since = state === 'arrived' && arrivedAt ? `, ${spokenAgo(Date.parse(arrivedAt), now)} gekommen` : ''
  const where = state === 'called' && counter ? `, Schalter ${counter}` : ''
  return (
    <StatusWord tone={TONES[state]}>
      {stateWords[state]}
      {since}
      {where}
    </StatusWord>
  )
}
