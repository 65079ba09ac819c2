import type { PlanView } from '../../../src/appointments/release/contract.ts'
import type { PlanStep } from './queries.ts'

export interface NextStep {
  step: PlanStep
  label: string
  /** Said aloud afterwards. */
  done: string
  /** Asked first, with what follows from it. */
  question?: string
  effect?: string
}

export interface NextSteps {
  /** Who has to do what. */
  note: string | null
  steps: readonly NextStep[]
  /** What the link to the form says; null where this person may not change it. */
  change: string | null
}

const submit: NextStep = {
  step: 'submit',
  label: 'Zur Freigabe vorlegen',
  done: 'Die Freischaltung liegt zur Freigabe vor.',
}
const approve: NextStep = {
  step: 'approve',
  label: 'Freigeben',
  done: 'Die Freischaltung gilt.',
  question: 'Freischaltung freigeben?',
  effect: 'Sie gilt sofort. Eine Version davor endet. Was gebucht ist, bleibt gebucht.',
}
const giveBack = (label: string): NextStep => ({
  step: 'return',
  label,
  done: 'Die Freischaltung ist wieder ein Entwurf.',
})
const withdraw: NextStep = {
  step: 'withdraw',
  label: 'Verwerfen',
  done: 'Die Version ist verworfen.',
  question: 'Version verwerfen?',
  effect: 'Sie gilt dann nie. Was jetzt gilt, gilt weiter.',
}
const askEnd: NextStep = {
  step: 'ask-end',
  label: 'Ende beantragen',
  done: 'Das Ende ist beantragt.',
  question: 'Ende der Freischaltung beantragen?',
  effect: 'Beendet wird sie erst, wenn eine zweite Person zustimmt. Bis dahin gilt sie weiter.',
}
const end: NextStep = {
  step: 'end',
  label: 'Beenden',
  done: 'Die Freischaltung ist beendet.',
  question: 'Freischaltung beenden?',
  effect:
    'Über ihre Tage entscheidet sie dann nicht mehr: Was noch nicht frei war, ist sofort für alle buchbar.',
}
const refuseEnd = (label: string): NextStep => ({
  step: 'refuse-end',
  label,
  done: 'Die Freischaltung gilt weiter.',
})

/** What a person may do with a version: never approve or end alone. */
export function nextSteps(plan: PlanView, me: string): NextSteps {
  const isMine = plan.author.id === me
  switch (plan.state) {
    case 'draft':
      return isMine
        ? { note: null, steps: [submit, withdraw], change: 'Ändern' }
        : { note: `${plan.author.name} arbeitet daran.`, steps: [withdraw], change: null }
    case 'submitted':
      return isMine
        ? {
            note: 'Freigeben muss eine zweite Person.',
            steps: [giveBack('Zurückholen'), withdraw],
            change: null,
          }
        : { note: null, steps: [approve, giveBack('Zurückgeben')], change: null }
    case 'active':
      return activeSteps(plan, me)
    case 'ended':
    case 'withdrawn':
      return { note: null, steps: [], change: 'Neue Version' }
  }
}

function activeSteps({ endAsked }: PlanView, me: string): NextSteps {
  const change = 'Neue Version'
  if (!endAsked) return { note: null, steps: [askEnd], change }
  if (endAsked.id === me)
    return { note: 'Beenden muss sie eine zweite Person.', steps: [refuseEnd('Antrag zurücknehmen')], change }
  return {
    note: `${endAsked.name} möchte sie beenden.`,
    steps: [end, refuseEnd('Weiter gelten lassen')],
    change,
  }
}
