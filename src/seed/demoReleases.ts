import { approvePlan, type PlanInput, savePlan, submitPlan } from '../appointments/index.ts'
import type { StaffContext } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'

const EIGHT = 8 * 60
const NINE = 9 * 60

/** When the demo's appointments become bookable: an example, and most of them are. */
const plans = (officeId: string, from: string): PlanInput[] => [
  {
    officeId,
    name: 'Acht Wochen im Voraus',
    from,
    until: null,
    rule: {
      kind: 'rolling',
      steps: [
        { daysBefore: 56, at: EIGHT, percent: 80 },
        { daysBefore: 14, at: EIGHT, percent: 20 },
      ],
    },
  },
  {
    officeId,
    name: 'Abgesagte Termine am Morgen',
    from,
    until: null,
    rule: {
      kind: 'pool',
      times: [
        { weekdays: [1, 2, 3, 5], at: EIGHT },
        { weekdays: [4], at: NINE },
      ],
    },
  },
]

/** Written by the administrator and approved by the team lead, as every city's plans are. */
export async function releaseDays(
  admin: StaffContext,
  lead: { id: string; name: string },
  officeId: string,
  today: string,
): Promise<void> {
  const approver: StaffContext = {
    ...admin,
    actor: {
      kind: 'account',
      accountId: lead.id,
      sessionId: newId(),
      role: 'lead',
      name: lead.name,
      teamIds: [],
    },
  }
  for (const plan of plans(officeId, today)) {
    const { id, version } = await savePlan(admin, null, plan)
    await submitPlan(admin, id, version)
    await approvePlan(approver, id, version)
  }
}
