import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { AdminPage } from '../../admin/AdminPage.tsx'
import { ButtonLink } from '../../admin/ButtonLink.tsx'
import { fieldsOf } from '../../platform/apiError.ts'
import { NotFoundPage } from '../../shell/NotFoundPage.tsx'
import { Checkbox, Form, Notice, TextField } from '../../ui/index.ts'
import { DeviceChoice } from './DeviceChoice.tsx'
import { wholeOf } from './formNumbers.ts'
import { type Accepting, settingsApi, settingsQuery, type ServiceDraft } from './queries.ts'
import { bookedService } from './services.ts'
import { useChange } from './useChange.ts'

/** How one service is booked. */
export function ServicePage() {
  const { id } = useParams({ from: '/shell/termine/leistungen/$id' })
  const settings = useSuspenseQuery(settingsQuery).data
  const entry = settings.catalogue.find((entry) => entry.id === id)
  const change = useChange({
    save: ({ acceptConflicts: _never, ...input }: Accepting<ServiceDraft>) =>
      settingsApi.saveService(id, input),
    to: '/termine/leistungen',
    told: 'Die Leistung ist gespeichert.',
  })
  const setting = settings.services.find((setting) => setting.id === id)
  const [kinds, setKinds] = useState<readonly string[]>(setting?.devices ?? [])
  if (!entry) return <NotFoundPage />
  const service = bookedService(settings, entry)
  const fields = fieldsOf(change.error)
  const submit = (values: FormData) =>
    change.save({
      minutes: wholeOf(values, 'minutes'),
      setupMinutes: wholeOf(values, 'setupMinutes'),
      devices: [...kinds],
      bookable: values.has('bookable'),
    })
  return (
    <AdminPage title={service.name}>
      {service.needsVisit === 'depends' && (
        <Notice>
          Dafür muss man nur in manchen Fällen kommen. Wenn Sie sie buchbar machen, lesen Bürgerinnen und
          Bürger vor der Wahl der Zeit, dass es vielleicht auch ohne Besuch geht.
        </Notice>
      )}
      <Form
        label="Leistung"
        error={change.error}
        busy={change.busy}
        onSubmit={submit}
        aside={<ButtonLink to="/termine/leistungen">Abbrechen</ButtonLink>}
      >
        <Checkbox
          label="Man kann dafür einen Termin buchen"
          name="bookable"
          defaultChecked={setting?.bookable ?? false}
        />
        <div className="field-row">
          <TextField
            label="Minuten je Person"
            name="minutes"
            inputMode="numeric"
            hint={`Im Katalog steht: ${service.minutes}`}
            defaultValue={setting?.minutes ?? service.minutes}
            error={fields['minutes']}
          />
          <TextField
            label="Minuten für den Anfang"
            name="setupMinutes"
            inputMode="numeric"
            hint="Einmal je Termin, auch für mehrere"
            defaultValue={setting?.setupMinutes ?? 0}
            error={fields['setupMinutes']}
          />
        </div>
        <DeviceChoice settings={settings} kinds={kinds} onChange={setKinds} error={fields['devices']} />
        <p className="muted">Gebuchte Termine bleiben so lang, wie sie sind.</p>
      </Form>
    </AdminPage>
  )
}
