import { Link } from '@tanstack/react-router'
import type { KeyboardEvent } from 'react'
import type { AtRiskView, HelpInput } from '../../../src/callbacks/alarm/contract.ts'
import { Button, Checkbox, Empty, StatusWord } from '../../ui/index.ts'
import type { useSelection } from './useSelection.ts'

interface Props {
  view: AtRiskView
  acts: boolean
  busy: boolean
  selection: ReturnType<typeof useSelection>
  onHelp: (acts: HelpInput['acts']) => void
}

/** Each promise at risk with what helps; arrows move from tick to tick. */
export function RiskList({ view: { count, items }, acts, busy, selection, onHelp }: Props) {
  if (items.length === 0)
    return <Empty>Keine Zusage ist in Gefahr. Was zu kippen droht, steht hier rechtzeitig.</Empty>
  return (
    <>
      {acts && items.length > 1 && (
        <Checkbox
          label={`Alle ${items.length} wählen`}
          checked={selection.selected.length === items.length}
          onChange={selection.all}
        />
      )}
      <div onKeyDown={moveByArrow} role="presentation">
        <ul className="risk">
          {items.map((item) => (
            <RiskRow
              key={item.callbackId}
              item={item}
              acts={acts}
              busy={busy}
              selected={selection.isSelected(item.callbackId)}
              onToggle={() => selection.toggle(item.callbackId)}
              onHelp={onHelp}
            />
          ))}
        </ul>
      </div>
      {count > items.length && (
        <p className="muted">{`Und ${count - items.length} weitere, die später fällig sind.`}</p>
      )}
    </>
  )
}

interface RowProps extends Pick<Props, 'acts' | 'busy' | 'onHelp'> {
  item: AtRiskView['items'][number]
  selected: boolean
  onToggle: () => void
}

function RiskRow({ item, acts, busy, selected, onToggle, onHelp }: RowProps) {
  const { callbackId: id, caseNumber, dueText, owner, why, whyText, doneText, helps } = item
  return (
    <li className="risk__row">
      <div className="risk__facts">
        {acts ? <Checkbox label={caseNumber} checked={selected} onChange={onToggle} /> : caseNumber}
        <span>{dueText}</span>
        <StatusWord tone={why === 'half' ? 'warn' : 'bad'}>{whyText}</StatusWord>
        <span className="muted">{owner ? `bei ${owner}` : 'noch bei niemandem'}</span>
        {doneText && <span className="muted">{doneText}</span>}
      </div>
      {acts && (
        <div className="risk__helps">
          {helps.map(({ help, text }, index) => (
            <Button
              key={text}
              variant={index === 0 ? 'secondary' : 'tertiary'}
              busy={busy}
              aria-label={`${caseNumber}: ${text}`}
              onClick={() => onHelp([{ id, help }])}
            >
              {text}
            </Button>
          ))}
          <Link className="kern-link" to="/rueckrufe/$id" params={{ id }} aria-label={`${caseNumber} öffnen`}>
            Öffnen
          </Link>
        </div>
      )}
    </li>
  )
}

function moveByArrow(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const ticks = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[type=checkbox]')]
  const here = ticks.findIndex((tick) => tick === document.activeElement)
  if (here < 0) return
  event.preventDefault()
  ticks[here + (event.key === 'ArrowDown' ? 1 : -1)]?.focus()
}
