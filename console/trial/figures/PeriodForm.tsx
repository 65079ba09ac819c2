import { useState } from 'react'
import { fieldsOf } from '../../platform/apiError.ts'
import { ErrorNotice, Form, TextField } from '../../ui/index.ts'

interface Days {
  from: string
  to: string
}

/** Which days are counted; what is wrong with them stands at the field. The fields follow the address. */
export function PeriodForm({
  from,
  to,
  error,
  onShow,
}: Days & { error: unknown; onShow: (days: Days) => void }) {
  const [typed, setTyped] = useState<Partial<Days>>({})
  const days = { from, to, ...typed }
  const fields = fieldsOf(error)
  return (
    <Form
      label="Zeitraum"
      error={null}
      busy={false}
      submit="Anzeigen"
      onSubmit={() => {
        setTyped({})
        onShow(days)
      }}
    >
      {Object.keys(fields).length === 0 && <ErrorNotice error={error} />}
      <div className="callback-figures__days">
        <TextField
          label="Von"
          type="date"
          value={days.from}
          error={fields['from']}
          onChange={({ target }) => setTyped({ ...typed, from: target.value })}
        />
        <TextField
          label="Bis"
          type="date"
          value={days.to}
          error={fields['to']}
          onChange={({ target }) => setTyped({ ...typed, to: target.value })}
        />
      </div>
    </Form>
  )
}
