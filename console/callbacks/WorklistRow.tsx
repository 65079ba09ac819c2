import type { Ref } from 'react'
import type { WorklistItem } from '../../src/callbacks/contract.ts'
import { PracticeMark } from '../cases/CaseState.tsx'
import { attemptText } from './attemptText.ts'
import { RiskWord } from './RiskWord.tsx'

interface Props {
  item: WorklistItem
  now: number
  timeZone: string
  /** Only one row of the list is reached by Tab; the arrows reach the others. */
  tabbable: boolean
  /** Why this row could not be taken. */
  refusal: string | undefined
  button: Ref<HTMLButtonElement>
  onFocus: () => void
  onChoose: () => void
}

export function WorklistRow({ item, now, timeZone, tabbable, refusal, button, onFocus, onChoose }: Props) {
  return (
    <tr className="worklist__row" onClick={onChoose}>
      <td>{item.dueText}</td>
      <td>
        <button
          ref={button}
          type="button"
          className="worklist__open"
          tabIndex={tabbable ? 0 : -1}
          aria-describedby={`${item.id}-about`}
          onFocus={onFocus}
          onClick={(event) => {
            event.stopPropagation()
            onChoose()
          }}
        >
          {item.caseNumber}
        </button>
      </td>
      <td className="worklist__about" id={`${item.id}-about`}>
        <span className="worklist__line">
          <PracticeMark practice={item.practice} />
          <span className="worklist__summary">{item.summary}</span>
          {item.serviceName && <span className="worklist__service muted">{item.serviceName}</span>}
        </span>
        {refusal && (
          <span className="worklist__refusal" role="alert">
            {refusal}
          </span>
        )}
      </td>
      <td>{attemptText(item, now, timeZone)}</td>
      <td>{ownerText(item)}</td>
      <td>
        <RiskWord risk={item.risk} />
      </td>
    </tr>
  )
}

const personText = ({ me, name, away }: NonNullable<WorklistItem['reservedFor']>): string =>
  me ? 'für mich' : [`für ${name}`, away ?? []].flat().join(', ')

function ownerText({ mine, owner, state, reservedFor }: WorklistItem): string {
  if (mine) return 'ich'
  if (state === 'waiting' && reservedFor) return personText(reservedFor)
  return owner && state === 'taken' ? owner.name : 'frei'
}
