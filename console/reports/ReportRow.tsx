import { Link, useNavigate } from '@tanstack/react-router'
import type { Ref } from 'react'
import type { ReportItem } from '../../src/reports/contract.ts'
import { PracticeMark } from '../cases/CaseState.tsx'
import { useMe } from '../platform/session.ts'
import { momentOf } from '../platform/times.ts'
import { StatusWord } from '../ui/index.ts'
import { DueWord } from './DueWord.tsx'
import { ReportStateWord } from './ReportStateWord.tsx'

interface Props {
  item: ReportItem
  now: number
  timeZone: string
  /** Only one row of the list is reached by Tab; the arrows reach the others. */
  tabbable: boolean
  link: Ref<HTMLAnchorElement>
  onFocus: () => void
}

export function ReportRow({ item, now, timeZone, tabbable, link, onFocus }: Props) {
  const { id } = useMe()
  const navigate = useNavigate()
  const to = { to: '/meldungen/$id', params: { id: item.id } } as const
  return (
    <tr className="worklist__row" onClick={() => void navigate(to)}>
      <td className="reports__due">
        {item.answeredAt ? (
          momentOf(item.answeredAt, now, timeZone)
        ) : (
          <DueWord of={item} now={now} timeZone={timeZone} />
        )}
      </td>
      <td>
        <Link
          {...to}
          ref={link}
          className="worklist__open"
          tabIndex={tabbable ? 0 : -1}
          aria-describedby={`${item.id}-about`}
          onFocus={onFocus}
          onClick={(event) => event.stopPropagation()}
        >
          {item.number}
        </Link>
      </td>
      <td className="worklist__about" id={`${item.id}-about`}>
        <span className="worklist__line">
          <PracticeMark practice={item.practice} />
          {item.away === 'back' && <StatusWord tone="warn">wieder vorgelegt</StatusWord>}
          <strong>{item.category}</strong>
          <span className="worklist__summary">{item.excerpt}</span>
        </span>
        {item.place && <span className="reports__place muted">{item.place}</span>}
      </td>
      <td>
        <ReportStateWord state={item.state} />
      </td>
      <td>{item.team.name}</td>
      <td>{item.assignee ? (item.assignee.id === id ? 'mir' : item.assignee.name) : 'niemandem'}</td>
    </tr>
  )
}
