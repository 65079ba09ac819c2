import { Link } from '@tanstack/react-router'
import type { SettingsView } from '../../../src/appointments/contract.ts'
import { Empty, Table } from '../../ui/index.ts'
import type { OfficeView, ShiftView } from './queries.ts'
import { hoursInWords, patternInWords } from './shiftWords.ts'

interface Props {
  office: OfficeView
  catalogue: SettingsView['catalogue']
  mayPlan: boolean
}

/** The shifts in the order in which they get counters. */
export function ShiftTable({ office: { id, shifts }, catalogue, mayPlan }: Props) {
  if (shifts.length === 0)
    return (
      <Empty>
        Noch arbeitet hier niemand, deshalb gibt es keine freien Zeiten. Ein Dienst sagt, wie viele Menschen
        wann arbeiten und was sie dürfen.
      </Empty>
    )
  const names = new Map(catalogue.map(({ id, name }) => [id, name]))
  return (
    <>
      <p className="muted">Sind mehr Menschen da als Schalter, bekommen die oberen Dienste zuerst einen.</p>
      <Table caption="Dienste" hideCaption heads={['Dienst', 'Menschen', 'Wann', 'Zeiten', 'Dürfen']}>
        <tbody>
          {shifts.map((shift) => (
            <tr key={shift.id}>
              <th scope="row">
                {mayPlan ? (
                  <Link
                    className="kern-link"
                    to="/termine/bueros/$id/dienste/$shift"
                    params={{ id, shift: shift.id }}
                  >
                    {shift.label}
                  </Link>
                ) : (
                  shift.label
                )}
              </th>
              <td>{shift.people}</td>
              <td className="hours-cell">{patternInWords(shift.pattern)}</td>
              <td className="hours-cell">{hoursInWords(shift)}</td>
              <td className="skills-cell">{skillsInWords(shift.skills, names)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  )
}

const SHOWN = 3

function skillsInWords(skills: ShiftView['skills'], names: ReadonlyMap<string, string>): string {
  if (skills === null) return 'alles'
  const words = skills.map((id) => names.get(id) ?? id)
  const rest = words.length - SHOWN
  return rest > 1 ? `${words.slice(0, SHOWN).join(', ')} und ${rest} weitere` : words.join(', ')
}
