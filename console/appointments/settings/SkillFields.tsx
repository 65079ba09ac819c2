import { useState } from 'react'
import type { SettingsView } from '../../../src/appointments/contract.ts'
import { FieldError, RadioGroup } from '../../ui/index.ts'
import type { ShiftView } from './queries.ts'

interface Props {
  skills: ShiftView['skills']
  settings: SettingsView
  fields: Readonly<Record<string, string>>
}

const KINDS = [
  { value: 'all', label: 'Alle Leistungen' },
  { value: 'some', label: 'Nur bestimmte' },
] as const

/** What the people of a shift may do. Somebody gets an appointment only where one person may do all of it. */
export function SkillFields({ skills, settings, fields }: Props) {
  const [kind, setKind] = useState<'all' | 'some'>(skills === null ? 'all' : 'some')
  const set = new Set(settings.services.filter(({ bookable }) => bookable).map(({ id }) => id))
  for (const id of skills ?? []) set.add(id)
  const choices = settings.catalogue.filter(({ id }) => set.has(id))
  const error = fields['skills']
  return (
    <>
      <RadioGroup
        legend="Wer hier arbeitet, darf"
        name="mayDo"
        value={kind}
        options={KINDS}
        onChange={setKind}
      />
      {kind === 'some' && (
        <fieldset className="checks" aria-describedby={error ? 'skills-error' : undefined}>
          <legend>Leistungen</legend>
          <FieldError id="skills-error" error={error} />
          {choices.length === 0 && (
            <p>Noch ist keine Leistung buchbar. Das stellen Sie unter „Leistungen“ ein.</p>
          )}
          <div className="skills">
            {choices.map(({ id, name }) => (
              <label className="check" key={id}>
                <input
                  type="checkbox"
                  name="skills"
                  value={id}
                  defaultChecked={skills?.includes(id) ?? false}
                />
                {name}
              </label>
            ))}
          </div>
        </fieldset>
      )}
    </>
  )
}
