import { SPEECH, speech } from '../../../src/shared/speech.ts'
import { ServiceField } from '../../desk/ServiceField.tsx'
import { NamedOptions, Options, Select, TextArea, TextField } from '../../ui/index.ts'
import type { NewCallbackForm } from './useNewCallback.ts'

/** What only a new case asks: which team, what about, and who it is. */
export function NewPersonFields({ form }: { form: NewCallbackForm }) {
  const { draft, change, errors } = form
  return (
    <>
      <Team form={form} />
      <ServiceField
        label="Leistung, wenn es eine gibt"
        text={draft.serviceQuery}
        chosen={draft.serviceId !== null}
        error={errors['serviceId']}
        onType={(serviceQuery) => change({ serviceQuery, serviceId: null })}
        onPick={({ id, name }) => change({ serviceId: id, serviceQuery: name })}
      />
      <TextArea
        label="Worum geht es?"
        name="reason"
        rows={3}
        maxLength={2000}
        value={draft.reason}
        onChange={({ target }) => change({ reason: target.value })}
        error={errors['reason']}
      />
      <TextField
        label="Name"
        name="contactName"
        optional
        autoComplete="off"
        maxLength={120}
        value={draft.contactName}
        onChange={({ target }) => change({ contactName: target.value })}
        error={errors['contactName']}
      />
      <TextField
        label="E-Mail"
        name="contactEmail"
        type="email"
        optional
        autoComplete="off"
        maxLength={254}
        value={draft.contactEmail}
        onChange={({ target }) => change({ contactEmail: target.value })}
        error={errors['contactEmail']}
      />
      <Select
        label="Sprache"
        name="language"
        value={draft.language}
        onChange={({ target }) => change({ language: speech.parse(target.value) })}
      >
        <Options of={SPEECH} />
      </Select>
    </>
  )
}

/** Asked only of who promises for several teams. */
function Team({ form: { draft, change, errors, offer } }: { form: NewCallbackForm }) {
  const teams = offer?.teams ?? []
  if (teams.length < 2) return null
  return (
    <Select
      label="Welches Team ruft zurück?"
      name="teamId"
      value={draft.teamId ?? teams[0]?.id ?? ''}
      onChange={({ target }) => change({ teamId: target.value })}
      error={errors['teamId']}
    >
      <NamedOptions of={teams} />
    </Select>
  )
}
