import type { Reader } from '../../platform/db/connect.ts'
import * as store from './alarmStore.ts'
import { doneText, WHY_TEXTS } from './alarmTexts.ts'
import type { Risky } from './atRisk.ts'
import type { RiskItem } from './contract.ts'

/** Promises at risk as a list shows them: numbers and names are read of these alone. */
export async function presentRisks<R extends Risky>(
  reader: Reader,
  cityId: string,
  risky: readonly R[],
): Promise<(R & { item: RiskItem })[]> {
  const ids = risky.map(({ promise }) => promise.id)
  const labels = await store.labelsOf(reader, cityId, ids)
  return risky.flatMap((one) => {
    const label = labels.get(one.promise.id)
    // Cases are deleted; who looks at that moment sees it no more.
    return label ? [{ ...one, item: presentRisk(one, label) }] : []
  })
}

const presentRisk = ({ promise, why, dueText, stages }: Risky, label: store.Label): RiskItem => ({
  callbackId: promise.id,
  caseNumber: label.caseNumber,
  teamId: promise.teamId,
  dueUntil: promise.windowEnd.toISOString(),
  dueText,
  owner: label.owner,
  why,
  whyText: WHY_TEXTS[why],
  doneText: doneText(stages),
})
