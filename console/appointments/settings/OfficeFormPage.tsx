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
import { type Accepting, type OfficeDraft, settingsApi, settingsQuery } from './queries.ts'
import { useChange } from './useChange.ts'
import { useDevices } from './useDevices.ts'

/** An office's own data, or a new office. */
export function OfficeFormPage() {
  const { id } = useParams({ strict: false })
  const { offices } = useSuspenseQuery(settingsQuery).data
  const office = offices.find((office) => office.id === id)
  const devices = useDevices(office?.devices ?? [], offices)
  const change = useChange({
    save: (input: Accepting<OfficeDraft>) => settingsApi.saveOffice(office?.id ?? null, input),
    to: '/termine/bueros/$id',
    paramsOf: (saved) => ({ id: saved.id }),
    told: office
      ? 'Das Büro ist gespeichert.'
      : 'Das Büro ist angelegt. Tragen Sie jetzt ein, wer wann arbeitet.',
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
  const back = office ? (
    <ButtonLink to="/termine/bueros/$id" params={{ id: office.id }}>
      Abbrechen
    </ButtonLink>
  ) : (
    <ButtonLink to="/termine/bueros">Abbrechen</ButtonLink>
  )
  return (
    <AdminPage title={office ? `${office.name} ändern` : 'Neues Büro'}>
      <Form label="Büro" error={change.error} busy={change.busy} onSubmit={submit} aside={back}>
        <OfficeFields office={office} fields={fields} />
        <DeviceFields devices={devices} fields={fields} />
        <Checkbox label="Vergibt Termine" name="active" defaultChecked={office?.active ?? true} />
      </Form>
      <ConflictDialog change={change} />
    </AdminPage>
  )
}
