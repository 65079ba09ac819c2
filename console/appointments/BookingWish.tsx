import { useState } from 'react'
import type { BookingDraft, BookingPlace } from '../../src/desk/contract.ts'
import { ServiceField } from '../desk/ServiceField.tsx'
import { Button, Checkbox, NamedOptions, Select, TextField } from '../ui/index.ts'
import type { Booking } from './useBooking.ts'

const MOST_PERSONS = 10
const MOST_SERVICES = 3

interface Props {
  value: BookingDraft
  booking: Booking
  /** Everywhere that the city gives appointments. */
  offices: readonly BookingPlace[]
}

/** For how many, from which day on, and what else is done on the same visit. */
export function BookingWish({ value, booking, offices }: Props) {
  const [typed, setTyped] = useState('')
  const { persons, more } = value
  return (
    <div className="booking__wish">
      <TextField
        label="Personen"
        type="number"
        min={1}
        max={MOST_PERSONS}
        value={persons}
        // A digit replaces what is there.
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => {
          const count = target.valueAsNumber
          if (Number.isInteger(count) && count >= 1 && count <= MOST_PERSONS)
            booking.reshape({ persons: count })
        }}
      />
      <TextField
        label="Ab Tag"
        type="date"
        value={booking.from ?? ''}
        onChange={({ target }) => booking.lookFrom(target.value === '' ? null : target.value)}
      />
      {offices.length > 1 && (
        <Select
          label="Büro"
          value={booking.office ?? ''}
          onChange={({ target }) => booking.lookAt(target.value || null)}
        >
          <option value="">alle</option>
          <NamedOptions of={offices} />
        </Select>
      )}
      {booking.offers?.emergencies && (
        <Checkbox
          label="Notfall: auch Zeiten, die dafür zurückgehalten sind"
          checked={booking.emergency}
          onChange={({ target }) => booking.takeEmergency(target.checked)}
        />
      )}
      {more.length < MOST_SERVICES && (
        <ServiceField
          label="Weitere Leistung"
          text={typed}
          chosen={false}
          onType={setTyped}
          onPick={({ id, name }) => {
            setTyped('')
            if (!more.some((one) => one.id === id)) booking.reshape({ more: [...more, { id, name }] })
          }}
        />
      )}
      {more.length > 0 && (
        <ul className="booking__more">
          {more.map(({ id, name }) => (
            <li key={id}>
              <span>{`und: ${name}`}</span>
              <Button
                variant="tertiary"
                onClick={() => booking.reshape({ more: more.filter((one) => one.id !== id) })}
              >
                Entfernen<span className="kern-sr-only">: {name}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
