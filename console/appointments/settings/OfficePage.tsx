import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { AdminPage } from '../../admin/AdminPage.tsx'
import { ButtonLink } from '../../admin/ButtonLink.tsx'
import { fieldsOf } from '../../platform/apiError.ts'
import { Checkbox, Form, textOf } from '../../ui/index.ts'
import { ConflictDialog } from './ConflictDialog.tsx'
import { DeviceFields } from './DeviceFields.tsx'
import { wholeOf } from './formNumbers.ts'
import { OfficeFields } from './OfficeFields.tsx'
import { settingsApi, settingsQuery, type OfficeDraft } from './queries.ts'
import { useChange } from './useChange.ts'
import { useDevices } from './useDevices.ts'

/** One office, or a new one. */
export function OfficePage() {
  const { id } = useParams({ from: '/shell/termine/bueros/$id' })
  const { offices } = useSuspenseQuery(settingsQuery).data
  const office = offices.find((office) => office.id === id)
  const devices = useDevices(office?.devices ?? [], offices)
  const change = useChange({
    save: (input: OfficeDraft & { acceptConflicts: boolean }) =>
      settingsApi.saveOffice(office?.id ?? null, input),
    to: '/termine/bueros',
    told: office ? 'Das Büro ist gespeichert.' : 'Das Büro ist angelegt. Tragen Sie jetzt seine Dienste ein.',
  })
  const submit = (values: FormData) =>
    change.save({
      name: textOf(values, 'name'),
      address: textOf(values, 'address'),
      counters: wholeOf(values, 'counters'),
      gridMinutes: wholeOf(values, 'gridMinutes'),
      bookAheadDays: wholeOf(values, 'bookAheadDays'),
      active: values.has('active'),
      devices: devices.typed(),
    })
  const fields = fieldsOf(change.error)
  return (
    <AdminPage title={office ? office.name : 'Neues Büro'}>
      <Form
        label="Büro"
        error={change.error}
        busy={change.busy}
        onSubmit={submit}
        aside={<ButtonLink to="/termine/bueros">Abbrechen</ButtonLink>}
      >
        <OfficeFields office={office} fields={fields} />
        <DeviceFields devices={devices} fields={fields} />
        <Checkbox
          label="Vergibt Termine"
          name="active"
          defaultChecked={office?.active ?? true}
          error={fields['active']}
        />
      </Form>
      <ConflictDialog change={change} />
    </AdminPage>
  )
}
