import { useState } from 'react'
import type { ShiftView, WorklistItem } from '../../src/callbacks/contract.ts'
import { NamedOptions, Select, TextField } from '../ui/index.ts'
import { RiskWord } from './RiskWord.tsx'

/** Not handed over. */
export const KEEP = 'keep'

/** One callback and to whom it goes. What only waits for me by name stays mine unless I choose otherwise. */
export function ShiftItem({ item, shift }: { item: WorklistItem; shift: ShiftView }) {
  const colleagues = shift.colleagues.filter(({ teamIds }) => teamIds.includes(item.teamId))
  const deputy = colleagues.find(({ id }) => id === shift.deputyId)
  const [to, setTo] = useState(item.state === 'taken' ? (deputy?.id ?? '') : KEEP)
  return (
    <fieldset className="shift-item">
      <legend>
        <strong>{item.caseNumber}</strong> · {item.dueText} · <RiskWord risk={item.risk} />
      </legend>
      <p>{item.summary}</p>
      <div className="shift-item__fields">
        <Select
          label="An wen?"
          name={`to.${item.id}`}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        >
          {deputy && <option value={deputy.id}>{deputy.name} (Vertretung)</option>}
          <option value="">an das Team</option>
          <NamedOptions of={colleagues.filter(({ id }) => id !== deputy?.id)} />
          <option value={KEEP}>bleibt bei mir</option>
        </Select>
        {to !== KEEP && (
          <TextField
            label="Was muss man wissen?"
            name={`note.${item.id}`}
            autoComplete="off"
            maxLength={200}
          />
        )}
      </div>
    </fieldset>
  )
}
