import { useState } from 'react'
import { ctiSourceView, type CtiSourceView } from '../../src/telephony/cti/contract.ts'
import { Checkbox, Options, Select, TextArea, TextField, textOf, textOrNull } from '../ui/index.ts'
import { KINDS } from './words.ts'

interface Props {
  source: CtiSourceView | undefined
  fields: Readonly<Record<string, string>>
}

export function SourceFields({ source, fields }: Props) {
  const [kind, setKind] = useState<string>(source?.kind ?? 'generic')
  return (
    <>
      <TextField label="Name" name="name" defaultValue={source?.name} error={fields['name']} />
      <Select
        label="Art"
        name="kind"
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value)}
        error={fields['kind']}
      >
        <Options of={KINDS} />
      </Select>
      {kind === 'sipgate' && (
        <>
          <TextArea
            label="Öffentlicher Schlüssel (PEM)"
            name="publicKey"
            optional
            rows={6}
            defaultValue={source?.publicKey ?? ''}
            error={fields['publicKey']}
          />
          <Checkbox
            label="Nur Meldungen mit gültiger Signatur annehmen"
            name="signatureRequired"
            defaultChecked={source?.signatureRequired ?? false}
            error={fields['signatureRequired']}
          />
        </>
      )}
    </>
  )
}

/** What the fields hold. */
export const sourceOf = (values: FormData) => ({
  name: textOf(values, 'name'),
  kind: ctiSourceView.shape.kind.parse(values.get('kind')),
  publicKey: textOrNull(values, 'publicKey'),
  signatureRequired: values.has('signatureRequired'),
})
