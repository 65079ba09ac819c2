import { useState } from 'react'
import type { AtRiskView, HelpInput } from '../../../src/callbacks/alarm/contract.ts'
import { Button, NamedOptions, Select } from '../../ui/index.ts'

interface Props {
  chosen: AtRiskView['items']
  teams: AtRiskView['teams']
  busy: boolean
  onProposed: () => void
  onLater: () => void
  onHelp: (acts: HelpInput['acts']) => void
}

/** What can be done about all ticked promises at once. */
export function HelpBar({ chosen, teams, busy, onProposed, onLater, onHelp }: Props) {
  const [ownerId, setOwnerId] = useState('')
  const [teamId, setTeamId] = useState('')
  const concerned = teams.filter(({ id }) => chosen.some((item) => item.teamId === id))
  const colleagues = inAll(concerned.map((team) => team.colleagues))
  const takers = inAll(concerned.map((team) => team.takers))
  const each = (help: HelpInput['acts'][number]['help']) =>
    onHelp(chosen.map(({ callbackId: id }) => ({ id, help })))
  return (
    <fieldset className="risk__bar">
      <legend>{chosen.length === 1 ? '1 Zusage gewählt' : `${chosen.length} Zusagen gewählt`}</legend>
      <div className="risk__acts">
        <Button variant="primary" hotkey="V" busy={busy} onClick={onProposed}>
          {chosen.length === 1 ? 'Vorschlag annehmen' : 'Vorschläge annehmen'}
        </Button>
        <Button hotkey="S" busy={busy} onClick={onLater}>
          Um später bitten
        </Button>
      </div>
      {colleagues.length > 0 && (
        <div className="risk__choice">
          <Select label="Person" value={ownerId} onChange={({ target }) => setOwnerId(target.value)}>
            <option value="">bitte wählen</option>
            <NamedOptions of={colleagues} />
          </Select>
          <Button
            busy={busy}
            disabled={ownerId === ''}
            onClick={() => ownerId !== '' && each({ kind: 'give', ownerId })}
          >
            Geben
          </Button>
        </div>
      )}
      {takers.length > 0 && (
        <div className="risk__choice">
          <Select label="Team" value={teamId} onChange={({ target }) => setTeamId(target.value)}>
            <option value="">bitte wählen</option>
            <NamedOptions of={takers} />
          </Select>
          <Button
            busy={busy}
            disabled={teamId === ''}
            onClick={() => teamId !== '' && each({ kind: 'pass-on', teamId })}
          >
            Weitergeben
          </Button>
        </div>
      )}
    </fieldset>
  )
}

interface Named {
  id: string
  name: string
}

/** Whoever is in all lists: only they can take everything that is ticked. */
const inAll = ([first = [], ...others]: readonly (readonly Named[])[]): Named[] =>
  first.filter(({ id }) => others.every((list) => list.some((one) => one.id === id)))
