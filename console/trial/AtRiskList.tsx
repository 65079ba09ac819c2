import { Link } from '@tanstack/react-router'
import type { Board } from '../../src/trial/contract.ts'
import { StatusWord } from '../ui/index.ts'

interface Props {
  atRisk: Board['atRisk']
  /** Whether each leads to its callback; not on a wall. */
  linked: boolean
}

/** Callbacks that can still be saved, the most urgent first. */
export function AtRiskList({ atRisk, linked }: Props) {
  if (atRisk.length === 0) return <p className="muted">Kein Rückruf ist in Gefahr.</p>
  return (
    <ul className="at-risk">
      {atRisk.map(({ callbackId, caseNumber, dueText, owner }) => (
        <li key={callbackId}>
          <StatusWord tone="warn">{dueText}</StatusWord>
          {linked ? (
            <Link className="kern-link" to="/rueckrufe/$id" params={{ id: callbackId }}>
              {caseNumber}
            </Link>
          ) : (
            caseNumber
          )}
          <span className="muted">{owner ? `bei ${owner}` : 'noch bei niemandem'}</span>
        </li>
      ))}
    </ul>
  )
}
