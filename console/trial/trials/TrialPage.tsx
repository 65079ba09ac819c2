import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import type { TrialPlan, TrialView } from '../../../src/trial/plan/contract.ts'
import { ButtonLink } from '../../admin/ButtonLink.tsx'
import { ConfirmButton } from '../../admin/ConfirmButton.tsx'
import { telling } from '../../platform/told.ts'
import { Loading, PageTitle, Told } from '../../ui/index.ts'
import { EndedPart } from './EndedPart.tsx'
import { EnoughDays } from './EnoughDays.tsx'
import { PlanForm } from './PlanForm.tsx'
import { trialQuery, trialsApi, trialsQuery } from './queries.ts'
import { RunningPart } from './RunningPart.tsx'

const LIST = '/zahlen/testbetrieb'

/** One trial, or a new one: planned, running, counted. */
export function TrialPage() {
  const { id } = useParams({ from: '/shell/zahlen/testbetrieb/$id' })
  const isNew = id === 'neu'
  const { data: trial } = useQuery({ ...trialQuery(id), enabled: !isNew })
  if (!isNew && !trial) return <Loading />
  return (
    <div className="page">
      <PageTitle title={trial?.plan.title ?? 'Neuer Testbetrieb'} />
      <Told />
      {!trial || trial.state === 'draft' ? (
        <>
          {trial && <EnoughDays enough={trial.enough} />}
          <Draft key={id} id={trial?.id ?? null} plan={trial?.plan ?? null} />
        </>
      ) : (
        <Begun trial={trial} />
      )}
    </div>
  )
}

function Begun({ trial }: { trial: TrialView }) {
  return trial.state === 'running' ? <RunningPart trial={trial} /> : <EndedPart trial={trial} />
}

function Draft({ id, plan }: { id: string | null; plan: TrialPlan | null }) {
  const { queues } = useSuspenseQuery(trialsQuery).data
  const client = useQueryClient()
  const navigate = useNavigate()
  const save = useMutation({
    mutationFn: (typed: TrialPlan) => trialsApi.save(id, typed),
    async onSuccess(saved) {
      await client.invalidateQueries({ queryKey: trialsQuery.queryKey })
      const told = telling('Der Entwurf ist gespeichert. Er gilt, sobald Sie ihn festschreiben.')
      await navigate({ to: '/zahlen/testbetrieb/$id', params: { id: saved }, state: told })
    },
  })
  const done = async (sentence: string) => {
    await client.invalidateQueries({ queryKey: trialsQuery.queryKey })
    await navigate({ to: LIST, state: telling(sentence) })
  }
  return (
    <PlanForm
      plan={plan}
      queues={queues}
      error={save.error}
      busy={save.isPending}
      submit="Entwurf speichern"
      onSubmit={(typed) => save.mutate(typed)}
      aside={
        <>
          <ButtonLink to={LIST}>Zur Liste</ButtonLink>
          {id && plan && (
            <>
              <ConfirmButton
                label="Festschreiben"
                of={plan.title}
                question="Testbetrieb festschreiben?"
                run={async () => {
                  await trialsApi.start(id)
                  await done('Der Testbetrieb ist festgeschrieben.')
                }}
              >
                <p>
                  Es gilt, was zuletzt gespeichert wurde. Danach ist jede Änderung mit ihrem Grund im Bericht
                  zu sehen.
                </p>
              </ConfirmButton>
              <ConfirmButton
                label="Verwerfen"
                of={plan.title}
                question="Entwurf verwerfen?"
                run={async () => {
                  await trialsApi.discard(id)
                  await done('Der Entwurf ist verworfen.')
                }}
              >
                <p>Er wird gelöscht.</p>
              </ConfirmButton>
            </>
          )}
        </>
      }
    />
  )
}
