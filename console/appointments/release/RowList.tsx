import { useId, useState, type ReactNode } from 'react'
import { Button, FieldError } from '../../ui/index.ts'
import { useFocusNew } from '../settings/useFocusNew.ts'

interface Props<R> {
  legend: string
  hint: string
  /** What the button says. */
  add: string
  /** As stored, or a first proposal. */
  rows: readonly R[]
  error: string | undefined
  render: (row: R | undefined, place: number) => ReactNode
}

/** Rows that can be added and removed; each counts with a hidden field `row`. */
export function RowList<R>({ legend, hint, add, rows: stored, error, render }: Props<R>) {
  const id = useId()
  const [rows, setRows] = useState<readonly { key: number; row: R | undefined }[]>(() =>
    stored.map((row, key) => ({ key, row })),
  )
  const ref = useFocusNew<HTMLFieldSetElement>(rows.length)
  const addRow = () =>
    setRows((all) => [...all, { key: Math.max(-1, ...all.map(({ key }) => key)) + 1, row: undefined }])
  return (
    <fieldset ref={ref} className="checks" aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{legend}</legend>
      <p className="muted">{hint}</p>
      <FieldError id={`${id}-error`} error={error} />
      {rows.map(({ key, row }, place) => (
        <fieldset className="device plan-row" key={key}>
          <legend className="kern-sr-only">{`${legend}: ${place + 1}.`}</legend>
          <input type="hidden" name="row" value={place} />
          {render(row, place)}
          <Button variant="tertiary" onClick={() => setRows((all) => all.filter((one) => one.key !== key))}>
            Entfernen<span className="kern-sr-only">{`: ${legend}, ${place + 1}.`}</span>
          </Button>
        </fieldset>
      ))}
      <div>
        <Button onClick={addRow}>{add}</Button>
      </div>
    </fieldset>
  )
}
