import { useState } from 'react'
import { Button, FieldError } from '../../ui/index.ts'
import { ClockField } from './ClockField.tsx'
import type { ShiftView } from './queries.ts'
import { useFocusNew } from './useFocusNew.ts'

interface Props {
  breaks: ShiftView['breaks']
  fields: Readonly<Record<string, string>>
}

interface Row {
  key: number
  pause: ShiftView['breaks'][number] | undefined
}

/** All people of the shift have their breaks at the same time; who has others is a shift of its own. */
export function BreakFields({ breaks, fields }: Props) {
  const [rows, setRows] = useState<readonly Row[]>(() => breaks.map((pause, key) => ({ key, pause })))
  const add = () =>
    setRows((all) => [...all, { key: Math.max(-1, ...all.map(({ key }) => key)) + 1, pause: undefined }])
  const ref = useFocusNew<HTMLFieldSetElement>(rows.length)
  return (
    <fieldset ref={ref} className="checks" aria-describedby={fields['breaks'] ? 'breaks-error' : undefined}>
      <legend>Pausen</legend>
      <p className="muted">
        Kein Termin läuft über eine Pause. Wer andere Pausen hat, ist ein eigener Dienst.
      </p>
      <FieldError id="breaks-error" error={fields['breaks']} />
      <div className="pauses">
        {rows.map(({ key, pause }, place) => (
          <div className="device" key={key}>
            <input type="hidden" name="break" value={place} />
            <ClockField
              label={`${place + 1}. Pause von`}
              name={`breaks.${place}.from`}
              minute={pause?.from}
              error={fields[`breaks.${place}.from`]}
            />
            <ClockField
              label="bis"
              name={`breaks.${place}.to`}
              minute={pause?.to}
              error={fields[`breaks.${place}.to`]}
            />
            <Button variant="tertiary" onClick={() => setRows((all) => all.filter((row) => row.key !== key))}>
              Entfernen<span className="kern-sr-only">{`: ${place + 1}. Pause`}</span>
            </Button>
          </div>
        ))}
      </div>
      <div>
        <Button onClick={add}>Pause hinzufügen</Button>
      </div>
    </fieldset>
  )
}
