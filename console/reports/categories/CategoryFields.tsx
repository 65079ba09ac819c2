import { useSuspenseQuery } from '@tanstack/react-query'
import { cityQuery } from '../../city/queries.ts'
import { Checkbox, NamedOptions, Options, Select, TextArea, TextField } from '../../ui/index.ts'
import { PLACES } from '../words.ts'
import type { Category } from './categoryForm.ts'
import { QuestionsEditor } from './QuestionsEditor.tsx'
import '../reports.css'

interface Props {
  entry: Category | undefined
  /** The place of a new one: the last. */
  place: number
  fields: Readonly<Record<string, string>>
}

export function CategoryFields({ entry, place, fields }: Props) {
  const teams = useSuspenseQuery(cityQuery).data.teams.filter(({ kind }) => kind !== 'service-desk')
  return (
    <>
      <TextField label="Name" name="name" defaultValue={entry?.name} error={fields['name']} />
      {!entry && (
        <TextField
          label="Kennung"
          name="id"
          hint="Steht in der Adresse der Seite, zum Beispiel „strasse“: kleine Buchstaben, Ziffern und Striche. Sie bleibt."
          autoComplete="off"
          error={fields['id']}
        />
      )}
      <TextField
        label="Beschreibung"
        name="description"
        hint="Was dazugehört, in einigen Wörtern"
        optional
        defaultValue={entry?.description}
        error={fields['description']}
      />
      <div className="field-row">
        <Select label="Team" name="teamId" defaultValue={entry?.teamId} error={fields['teamId']}>
          <NamedOptions of={teams} />
        </Select>
        <TextField
          label="Servicestunden bis zur Antwort"
          name="answerHours"
          inputMode="numeric"
          defaultValue={entry?.answerHours ?? 24}
          error={fields['answerHours']}
        />
      </div>
      <div className="field-row">
        <Select label="Ort" name="place" defaultValue={entry?.place ?? 'asked'} error={fields['place']}>
          <Options of={PLACES} />
        </Select>
        <TextField
          label="Stelle in der Liste"
          name="position"
          inputMode="numeric"
          defaultValue={entry?.position ?? place}
          error={fields['position']}
        />
      </div>
      <TextArea
        label="Was man stattdessen tun soll"
        name="instead"
        hint="Steht über dem Formular, zum Beispiel: Ist jemand in Gefahr? Rufen Sie 110 oder 112."
        rows={2}
        optional
        defaultValue={entry?.instead ?? ''}
        error={fields['instead']}
      />
      <Checkbox
        label="Darf öffentlich gezeigt werden, jede Meldung nach einer Freigabe"
        name="published"
        defaultChecked={entry?.published ?? false}
        error={fields['published']}
      />
      <Checkbox
        label="Wird angeboten"
        name="active"
        defaultChecked={entry?.active ?? true}
        error={fields['active']}
      />
      <QuestionsEditor known={entry?.questions ?? []} fields={fields} />
    </>
  )
}
