import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { CtiSourceView, CtiTokenView } from '../../src/telephony/cti/contract.ts'
import { AdminPage } from '../admin/AdminPage.tsx'
import { ButtonLink } from '../admin/ButtonLink.tsx'
import { ConfirmButton } from '../admin/ConfirmButton.tsx'
import { fieldsOf } from '../platform/apiError.ts'
import { telling } from '../platform/told.ts'
import { Checkbox, Form } from '../ui/index.ts'
import { sourcesApi } from './queries.ts'
import { SourceFields, sourceOf } from './SourceFields.tsx'
import { TokenCard } from './TokenCard.tsx'

const LIST = '/verwaltung/telefonanlagen'

export function ChangeSource({ source }: { source: CtiSourceView }) {
  const [renewed, setRenewed] = useState<CtiTokenView | null>(null)
  const client = useQueryClient()
  const navigate = useNavigate()
  const save = useMutation({
    mutationFn: sourcesApi.change,
    async onSuccess() {
      await client.invalidateQueries({ queryKey: ['cti-sources'] })
      await navigate({ to: LIST, state: telling('Die Telefonanlage ist gespeichert.') })
    },
  })
  return (
    <AdminPage title={source.name}>
      {renewed && <TokenCard of={renewed} />}
      <Form
        label="Telefonanlage"
        error={save.error}
        busy={save.isPending}
        onSubmit={(values) =>
          save.mutate({ id: source.id, ...sourceOf(values), active: values.has('active') })
        }
        aside={
          <>
            <ButtonLink to={LIST}>Abbrechen</ButtonLink>
            <ConfirmButton
              label="Neue Adresse"
              of={source.name}
              question="Neue Adresse erzeugen?"
              run={async () => setRenewed(await sourcesApi.renewToken(source.id))}
            >
              <p>
                Die alte Adresse gilt dann sofort nicht mehr. Tragen Sie die neue in der Telefonanlage ein.
              </p>
            </ConfirmButton>
          </>
        }
      >
        <SourceFields source={source} fields={fieldsOf(save.error)} />
        <Checkbox label="Aktiv: Meldungen werden angenommen" name="active" defaultChecked={source.active} />
      </Form>
    </AdminPage>
  )
}
