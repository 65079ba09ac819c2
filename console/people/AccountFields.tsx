import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { role as roleSchema, type AccountView, type Role } from '../../src/people/contract.ts'
import { SPEECH, speech, type Speech } from '../../src/shared/speech.ts'
import { cityQuery } from '../city/queries.ts'
import {
  Checkbox,
  FieldError,
  NamedOptions,
  Options,
  Select,
  TextField,
  textOrNull,
  textOf,
  wordsOf,
} from '../ui/index.ts'
import { listErrorOf } from '../ui/index.ts'
import { accountsQuery } from './queries.ts'
import { ROLES } from './words.ts'

interface Props {
  account: AccountView | undefined
  fields: Readonly<Record<string, string>>
}

/** Fields that a new and a known account share. */
export function AccountFields({ account, fields }: Props) {
  const { teams, providers } = useSuspenseQuery(cityQuery).data
  const accounts = useSuspenseQuery(accountsQuery).data
  const others = accounts.filter(
    ({ id, active, role: its }) => active && its !== 'agent' && id !== account?.id,
  )
  const [role, setRole] = useState<string>(account?.role ?? 'clerk')
  return (
    <>
      <TextField label="Name" name="name" defaultValue={account?.name} error={fields['name']} />
      <div className="field-row">
        <Select
          label="Rolle"
          name="role"
          value={role}
          onChange={(event) => setRole(event.currentTarget.value)}
          error={fields['role']}
        >
          <Options of={ROLES} />
        </Select>
        {role === 'agent' && (
          <Select
            label="Arbeitet bei"
            name="providerId"
            defaultValue={account?.providerId ?? ''}
            error={fields['providerId']}
          >
            <option value="">Bitte wählen</option>
            <NamedOptions of={providers} />
          </Select>
        )}
      </div>
      <fieldset className="checks">
        <legend>Teams</legend>
        {teams.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            name="teamIds"
            value={id}
            defaultChecked={account?.teamIds.includes(id) ?? false}
          />
        ))}
        <FieldError id="teamIds-error" error={listErrorOf(fields, 'teamIds')} />
      </fieldset>
      <Select
        label="Vertretung"
        name="deputyId"
        hint="Bekommt die Rückrufe, wenn diese Person nicht im Dienst ist."
        optional
        defaultValue={account?.deputyId ?? ''}
        error={fields['deputyId']}
      >
        <option value="">niemand: das Team</option>
        <NamedOptions of={others} />
      </Select>
      <fieldset className="checks">
        <legend>Sprachen mit Bürgerinnen und Bürgern</legend>
        {Object.entries(SPEECH).map(([code, name]) => (
          <Checkbox
            key={code}
            label={name}
            name="languages"
            value={code}
            defaultChecked={account?.languages.some((language) => language === code) ?? false}
          />
        ))}
        <FieldError id="languages-error" error={listErrorOf(fields, 'languages')} />
      </fieldset>
      <TextField
        label="Fähigkeiten"
        name="skills"
        hint="Was nicht alle können, mit Komma getrennt, zum Beispiel: Türkisch, Gebärdensprache."
        optional
        defaultValue={account?.skills.join(', ')}
        error={listErrorOf(fields, 'skills')}
      />
    </>
  )
}

/** What the shared fields hold. */
export function accountFieldsOf(values: FormData): {
  name: string
  role: Role
  providerId: string | null
  teamIds: string[]
  skills: string[]
  deputyId: string | null
  languages: Speech[]
} {
  return {
    name: textOf(values, 'name'),
    role: roleSchema.parse(values.get('role')),
    providerId: textOrNull(values, 'providerId'),
    teamIds: values.getAll('teamIds').map(String),
    skills: wordsOf(values, 'skills'),
    deputyId: textOrNull(values, 'deputyId'),
    languages: speech.array().parse(values.getAll('languages')),
  }
}
