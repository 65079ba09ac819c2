import { spelling } from '../../src/shared/spelling.ts'
import type { CaseView } from '../../src/cases/contract.ts'
import { SPEECH } from '../../src/shared/speech.ts'
import { Card, Facts } from '../ui/index.ts'

/** Reason and contact: what one wants to know before speaking with the person. */
export function CaseFacts({
  of: { reason, number, contactName, contactPhoneNational, contactEmail, team, line, appointment, language },
}: {
  of: CaseView
}) {
  return (
    <Card title="Anliegen">
      <p className="reason">{reason}</p>
      <Facts
        facts={[
          ['Name', contactName],
          ['Telefon', contactPhoneNational],
          ['E-Mail', contactEmail],
          ['Nummer', <NumberAloud key="number" number={number} />],
          [
            'Termin',
            appointment &&
              (appointment.state === 'booked' ? appointment.text : `${appointment.text}, abgesagt`),
          ],
          ['Sprache', SPEECH[language]],
          ['Team', team.name],
          ['Angerufen', line],
        ]}
      />
    </Card>
  )
}

/** The case number and how one says it on the telephone. */
function NumberAloud({ number }: { number: string }) {
  return (
    <>
      {number}
      <span className="muted"> · {spelling(number).join(', ')}</span>
    </>
  )
}
