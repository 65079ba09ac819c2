import { useSuspenseQuery } from '@tanstack/react-query'
import { AdminPage } from '../admin/AdminPage.tsx'
import { useSaving } from '../admin/useSaving.ts'
import { fieldsOf } from '../platform/apiError.ts'
import {
  Facts,
  Form,
  linesOf,
  listErrorOf,
  Options,
  Select,
  TextArea,
  TextField,
  textOf,
} from '../ui/index.ts'
import { cityApi, cityQuery } from './queries.ts'
import { LAENDER } from '../../src/shared/laender.ts'

/** What the city is called and where it is found. */
export function CityPage() {
  const { data: city } = useSuspenseQuery(cityQuery)
  const save = useSaving({
    save: cityApi.change,
    queryKey: cityQuery.queryKey,
    to: '/verwaltung/stadt',
    told: 'Die Angaben zur Stadt sind gespeichert.',
  })
  const submit = (values: FormData) =>
    save.mutate({
      name: textOf(values, 'name'),
      title: textOf(values, 'title'),
      land: textOf(values, 'land'),
      areaCode: textOf(values, 'areaCode'),
      hostnames: linesOf(textOf(values, 'hostnames')),
    })
  const fields = fieldsOf(save.error)
  return (
    <AdminPage title="Stadt">
      <Form label="Stadt" error={save.error} busy={save.isPending} onSubmit={submit}>
        <div className="field-row">
          <TextField
            label="Name"
            name="name"
            hint="Zum Beispiel: Musterstadt"
            defaultValue={city.name}
            error={fields['name']}
          />
          <TextField
            label="Bezeichnung"
            name="title"
            hint="Steht auf jeder Seite, zum Beispiel: Stadt Musterstadt"
            defaultValue={city.title}
            error={fields['title']}
          />
        </div>
        <div className="field-row">
          <Select
            label="Land"
            name="land"
            hint="Bestimmt die Feiertage"
            defaultValue={city.land}
            error={fields['land']}
          >
            <Options of={LAENDER} />
          </Select>
          <TextField
            label="Vorwahl"
            name="areaCode"
            type="tel"
            hint="Für Nummern ohne Vorwahl"
            defaultValue={city.areaCode}
            error={fields['areaCode']}
          />
        </div>
        <TextArea
          label="Rechnernamen"
          name="hostnames"
          optional
          hint="Unter diesen Namen erreichen Bürgerinnen und Bürger die Seiten dieser Stadt; einer je Zeile."
          defaultValue={city.hostnames.join('\n')}
          error={listErrorOf(fields, 'hostnames')}
        />
      </Form>
      <Facts
        facts={[
          ['Kürzel der Anliegen', city.casePrefix],
          ['Zeitzone', city.timeZone],
        ]}
      />
    </AdminPage>
  )
}
