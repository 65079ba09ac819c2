import type { RoutingInput, TeamView } from '../../src/city/contract.ts'
import { Checkbox, FieldError, listErrorOf, TextField, textOf, wordsOf } from '../ui/index.ts'

interface Props {
  routing: RoutingInput | undefined
  teams: readonly TeamView[]
  fields: Readonly<Record<string, string>>
}

/** What happens while nobody answers. */
export function RoutingFields({ routing, teams, fields }: Props) {
  const text = (name: 'overflowNumber' | 'overflowBasis', label: string, hint: string) => (
    <TextField
      label={label}
      name={name}
      hint={hint}
      optional
      defaultValue={routing?.[name]}
      error={fields[`routing.${name}`]}
    />
  )
  const seconds = (name: keyof typeof SECONDS) => (
    <TextField
      label={SECONDS[name].label}
      name={name}
      type="number"
      min={0}
      max={600}
      defaultValue={routing?.[name] ?? SECONDS[name].usual}
      error={fields[`routing.${name}`]}
    />
  )
  return (
    <fieldset className="checks">
      <legend>Wenn niemand abnimmt</legend>
      <p>Versprochen ist ein Mensch in 15 Sekunden. Alle Zeiten zählen ab dem Anruf, auch die Begrüßung.</p>
      {seconds('widenAfterSeconds')}
      {teams.map(({ id, name }) => (
        <Checkbox
          key={id}
          label={name}
          name="helperTeamIds"
          value={id}
          defaultChecked={routing?.helperTeamIds.includes(id) ?? false}
        />
      ))}
      <FieldError id="helperTeamIds-error" error={listErrorOf(fields, 'routing.helperTeamIds')} />
      {seconds('overflowAfterSeconds')}
      {text('overflowNumber', 'Überlaufnummer', 'Die Nummer des Dienstleisters, mit Vorwahl.')}
      {text('overflowBasis', 'Grundlage', 'Welcher Vertrag zur Auftragsverarbeitung, und von wann.')}
      {seconds('offerAfterSeconds')}
      <TextField
        label="Nötige Fähigkeiten"
        name="needs"
        hint="Nur wer sie hat, bekommt diese Anrufe. Mit Komma getrennt, zum Beispiel: Türkisch."
        optional
        defaultValue={routing?.needs.join(', ')}
        error={listErrorOf(fields, 'routing.needs')}
      />
    </fieldset>
  )
}

const SECONDS = {
  widenAfterSeconds: { label: 'Nach so vielen Sekunden helfen diese Teams', usual: 5 },
  overflowAfterSeconds: { label: 'Nach so vielen Sekunden klingelt der Überlauf', usual: 8 },
  offerAfterSeconds: { label: 'Nach so vielen Sekunden wird ein Rückruf angeboten (0: nie)', usual: 12 },
} as const

/** What the fields hold. */
export const routingOf = (values: FormData): RoutingInput => ({
  needs: wordsOf(values, 'needs'),
  helperTeamIds: values.getAll('helperTeamIds').map(String),
  widenAfterSeconds: numberOf(values, 'widenAfterSeconds'),
  overflowNumber: textOf(values, 'overflowNumber'),
  overflowBasis: textOf(values, 'overflowBasis'),
  overflowAfterSeconds: numberOf(values, 'overflowAfterSeconds'),
  offerAfterSeconds: numberOf(values, 'offerAfterSeconds'),
})

const numberOf = (values: FormData, name: string): number => Number(textOf(values, name) || Number.NaN)
