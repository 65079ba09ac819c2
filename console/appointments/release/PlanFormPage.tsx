import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { PlanView } from '../../../src/appointments/release/contract.ts'
import { AdminPage } from '../../admin/AdminPage.tsx'
import { ButtonLink } from '../../admin/ButtonLink.tsx'
import { fieldsOf } from '../../platform/apiError.ts'
import { telling } from '../../platform/told.ts'
import { NotFoundPage } from '../../shell/NotFoundPage.tsx'
import { Form, NamedOptions, RadioGroup, Select, TextField } from '../../ui/index.ts'
import { planOf } from './planForm.ts'
import { type PlanDraft, plansQuery, releaseApi } from './queries.ts'
import './release.css'
import { RuleFields } from './RuleFields.tsx'
import { KINDS } from './words.ts'

/** A new release plan, the own draft, or the next version of one. */
export function PlanFormPage() {
  const { id } = useParams({ from: '/shell/termine/freigaben/$id/aendern' })
  const { plans } = useSuspenseQuery(plansQuery).data
  const [plan] = plans.filter((one) => one.id === id).toSorted((a, b) => b.version - a.version)
  if (!plan && id !== 'neu') return <NotFoundPage />
  return <PlanForm plan={plan ?? null} />
}

function PlanForm({ plan }: { plan: PlanView | null }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const save = useMutation({
    mutationFn: (draft: PlanDraft) => releaseApi.save(plan?.id ?? null, draft),
    async onSuccess({ id }) {
      await client.invalidateQueries({ queryKey: plansQuery.queryKey })
      const told =
        'Der Entwurf ist gespeichert. Sehen Sie sich unten an, was er bewirkt, und legen Sie ihn vor.'
      await navigate({ to: '/termine/freigaben/$id', params: { id }, state: telling(told) })
    },
  })
  const back = plan ? (
    <ButtonLink to="/termine/freigaben/$id" params={{ id: plan.id }}>
      Abbrechen
    </ButtonLink>
  ) : (
    <ButtonLink to="/termine/freigaben">Abbrechen</ButtonLink>
  )
  return (
    <AdminPage title={titleOf(plan)}>
      <Form
        label="Freischaltung"
        error={save.error}
        busy={save.isPending}
        submit="Als Entwurf speichern"
        onSubmit={(values) => save.mutate(planOf(values))}
        aside={back}
      >
        <PlanFields plan={plan} fields={fieldsOf(save.error)} />
      </Form>
    </AdminPage>
  )
}

const titleOf = (plan: PlanView | null): string => {
  if (!plan) return 'Neue Freischaltung'
  return plan.state === 'draft' ? `${plan.name} ändern` : `${plan.name}, neue Version`
}

interface Props {
  plan: PlanView | null
  fields: Readonly<Record<string, string>>
}

function PlanFields({ plan, fields }: Props) {
  const { offices } = useSuspenseQuery(plansQuery).data
  const [kind, setKind] = useState(plan?.rule.kind ?? 'batch')
  const choices = plan ? offices.filter(({ id }) => id === plan.officeId) : offices
  return (
    <>
      <TextField
        label="Name"
        name="name"
        hint="Nur für die Verwaltung, zum Beispiel: Sommerferien"
        defaultValue={plan?.name}
        error={fields['name']}
      />
      <Select label="Büro" name="officeId" defaultValue={plan?.officeId} error={fields['officeId']}>
        <NamedOptions of={choices} />
      </Select>
      <div className="field-row">
        <TextField
          label="Für Termine ab"
          name="from"
          type="date"
          defaultValue={plan?.from ?? ''}
          error={fields['from']}
        />
        <TextField
          label="Bis einschließlich"
          name="until"
          type="date"
          optional={kind !== 'batch'}
          hint={kind === 'batch' ? undefined : 'Leer: auf Dauer'}
          defaultValue={plan?.until ?? ''}
          error={fields['until']}
        />
      </div>
      <RadioGroup legend="Was geschieht" name="kind" value={kind} options={KINDS} onChange={setKind} />
      <RuleFields kind={kind} rule={plan?.rule.kind === kind ? plan.rule : null} fields={fields} />
    </>
  )
}
