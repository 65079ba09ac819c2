import type { CatalogueEntryView } from '../../src/catalogue/contract.ts'
import { Checkbox, listErrorOf, Options, Select, TextArea, TextField } from '../ui/index.ts'
import { CHANNELS, RESPONSIBLE } from './words.ts'

interface Props {
  entry: CatalogueEntryView | undefined
  fields: Readonly<Record<string, string>>
}

export function ServiceFields({ entry, fields }: Props) {
  return (
    <>
      <TextField label="Name" name="name" defaultValue={entry?.name} error={fields['name'] ?? fields['id']} />
      <TextField
        label="Einfacher Name"
        name="plainName"
        hint="So, wie Menschen danach fragen"
        defaultValue={entry?.plainName}
        error={fields['plainName']}
      />
      <ListField label="Andere Wörter" name="synonyms" list={entry?.synonyms} fields={fields} />
      <div className="field-row">
        <Select label="Weg" name="channel" defaultValue={entry?.channel} error={fields['channel']}>
          <Options of={CHANNELS} />
        </Select>
        <TextField
          label="Dauer in Minuten"
          name="minutes"
          inputMode="numeric"
          defaultValue={entry?.minutes}
          error={fields['minutes']}
        />
        <TextField
          label="Gebühr in Euro"
          name="feeEuro"
          inputMode="decimal"
          optional
          defaultValue={entry?.feeEuro?.toLocaleString('de-DE')}
          error={fields['feeEuro']}
        />
      </div>
      <ListField label="Unterlagen" name="documents" list={entry?.documents} fields={fields} />
      <div className="field-row">
        <TextField
          label="Abteilung oder Stelle"
          name="department"
          defaultValue={entry?.department}
          error={fields['department']}
        />
        <Select
          label="Zuständig"
          name="responsible"
          defaultValue={entry?.responsible ?? 'city'}
          error={fields['responsible']}
        >
          <Options of={RESPONSIBLE} />
        </Select>
      </div>
      <ListField
        label="Quellen"
        name="source"
        hint="Webadressen, aus denen die Angaben stammen; eine je Zeile."
        list={[entry?.source ?? []].flat()}
        fields={fields}
      />
      <TextField
        label="LeiKa-Schlüssel"
        name="leikaKey"
        inputMode="numeric"
        optional
        defaultValue={entry?.leikaKey ?? ''}
        error={fields['leikaKey']}
      />
      <TextArea
        label="Hinweis für das Personal"
        name="note"
        optional
        defaultValue={entry?.note}
        error={fields['note']}
      />
      <Checkbox
        label="Wird angeboten: erscheint in der Suche"
        name="active"
        defaultChecked={entry?.active ?? true}
      />
    </>
  )
}

interface ListProps {
  label: string
  name: string
  hint?: string
  list: readonly string[] | undefined
  fields: Props['fields']
}

function ListField({ label, name, hint = 'Eines je Zeile', list = [], fields }: ListProps) {
  return (
    <TextArea
      label={label}
      name={name}
      hint={hint}
      rows={Math.max(2, Math.min(8, list.length + 1))}
      defaultValue={list.join('\n')}
      error={listErrorOf(fields, name)}
    />
  )
}
