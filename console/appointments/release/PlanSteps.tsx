import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { PlanView } from '../../../src/appointments/release/contract.ts'
import { ButtonLink } from '../../admin/ButtonLink.tsx'
import { ConfirmButton } from '../../admin/ConfirmButton.tsx'
import { announce } from '../../platform/announce.ts'
import { useMe } from '../../platform/session.ts'
import { Button, ErrorNotice } from '../../ui/index.ts'
import { plansQuery, type PlanStep, releaseApi } from './queries.ts'
import { type NextStep, nextSteps } from './nextSteps.ts'

/** What this person may do with a version now. */
export function PlanSteps({ plan, mayChange }: { plan: PlanView; mayChange: boolean }) {
  const client = useQueryClient()
  const take = useMutation({
    mutationFn: (step: PlanStep) => releaseApi.step(plan, step),
    // Also after a refusal: somebody else was faster.
    onSettled: () => client.invalidateQueries({ queryKey: plansQuery.queryKey }),
  })
  const { note, steps, change } = nextSteps(plan, useMe().id)
  const run = async (step: NextStep): Promise<void> => {
    await take.mutateAsync(step.step)
    announce(step.done)
  }
  return (
    <div className="plan-steps">
      {note && <p>{note}</p>}
      <ErrorNotice error={take.error} />
      <div className="form__actions">
        {steps.map((step) =>
          step.question ? (
            <ConfirmButton
              key={step.step}
              label={step.label}
              of={`${plan.name}, Version ${plan.version}`}
              question={step.question}
              run={() => run(step)}
            >
              <p>{step.effect}</p>
            </ConfirmButton>
          ) : (
            <Button
              key={step.step}
              variant={step.step === 'submit' ? 'primary' : 'secondary'}
              busy={take.isPending}
              onClick={() => take.mutate(step.step, { onSuccess: () => announce(step.done) })}
            >
              {step.label}
            </Button>
          ),
        )}
        {mayChange && change && (
          <ButtonLink to="/termine/freigaben/$id/aendern" params={{ id: plan.id }}>
            {change}
          </ButtonLink>
        )}
      </div>
    </div>
  )
}
