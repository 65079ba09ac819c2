import { useState, type RefObject } from 'react'
import { BookingPanel } from '../appointments/BookingPanel.tsx'
import { ServiceField } from '../desk/ServiceField.tsx'
import { TextField } from '../ui/index.ts'
import type { AppointmentOfCallback } from './useAppointment.ts'

interface Props {
  appointment: AppointmentOfCallback
  panel: RefObject<HTMLElement | null>
  practice: boolean
  fields: Readonly<Record<string, string>>
  onSuits: () => void
}

/** The same panel as at the desk, with the contact of the case filled in. */
export function AppointmentPart({ appointment, panel, practice, fields, onSuits }: Props) {
  const { work, chosen, change } = appointment
  return (
    <>
      <Service appointment={appointment} />
      {chosen.service && (
        <BookingPanel
          ref={panel}
          work={work}
          serviceId={chosen.service.id}
          value={chosen.booking}
          change={(part) => change({ booking: { ...chosen.booking, ...part } })}
          error={fields['appointment']}
          practice={practice}
          onSuits={onSuits}
        />
      )}
      <div className="appointment-contact">
        <TextField
          label="Name"
          name="contactName"
          autoComplete="off"
          maxLength={120}
          value={chosen.name}
          onChange={({ target }) => change({ name: target.value })}
          error={fields['contactName']}
        />
        <TextField
          label="Nummer"
          name="contactPhone"
          type="tel"
          autoComplete="off"
          maxLength={40}
          value={chosen.phone}
          onChange={({ target }) => change({ phone: target.value })}
          error={fields['contactPhone']}
        />
        <TextField
          label="E-Mail"
          name="contactEmail"
          type="email"
          hint="Für Bestätigung und Kalender"
          optional
          autoComplete="off"
          maxLength={254}
          value={chosen.email}
          onChange={({ target }) => change({ email: target.value })}
          error={fields['contactEmail']}
        />
      </div>
    </>
  )
}

/** Asked only where the case names none. */
function Service({ appointment: { chosen, change } }: Pick<Props, 'appointment'>) {
  const [typed, setTyped] = useState('')
  if (chosen.service) return null
  return (
    <ServiceField
      label="Leistung"
      text={typed}
      chosen={false}
      onType={setTyped}
      onPick={({ id, name }) => change({ service: { id, name } })}
    />
  )
}
