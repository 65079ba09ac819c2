import type { AtRiskView, HelpInput } from '../../../src/callbacks/alarm/contract.ts'
import { Button, Notice } from '../../ui/index.ts'

interface Props {
  teams: AtRiskView['teams']
  /** Whether this person may act. */
  acts: boolean
  busy: boolean
  onHelp: (acts: HelpInput['acts']) => void
}

/** What is wrong with a whole team, one sentence each. */
export function RiskTeams({ teams, acts, busy, onHelp }: Props) {
  return teams.flatMap(({ id, name, loadText, nobody }) => [
    loadText && (
      <Notice tone="warning" key={`${id} load`}>
        <p>
          <strong>{name}</strong> {loadText}
        </p>
      </Notice>
    ),
    nobody && (
      <Notice tone="warning" key={`${id} nobody`}>
        <p>
          <strong>{name}</strong> {nobody.text}
        </p>
        {acts && nobody.ids.length > 0 && (
          <Button
            busy={busy}
            onClick={() => onHelp(nobody.ids.map((one) => ({ id: one, help: { kind: 'ask-later' } })))}
          >
            {nobody.ids.length === 1
              ? 'Um ein späteres Zeitfenster bitten'
              : `Alle ${nobody.ids.length} um ein späteres Zeitfenster bitten`}
          </Button>
        )}
        {nobody.ids.length === 0 && <p className="muted">Alle sind um ein späteres Zeitfenster gebeten.</p>}
      </Notice>
    ),
  ])
}
