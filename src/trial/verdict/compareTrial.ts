import { z } from 'zod'
import type { Db } from '../../platform/db/connect.ts'
import { invalid } from '../../platform/problems.ts'
import { cityOfTrial } from '../plan/trialStore.ts'
import { replayTrial } from './replayTrial.ts'

/**
 * Works a trial out anew and prints each difference to what was kept, or that there is none.
 * @param print gets one line at a time
 * @returns whether all is equal @throws Problem for an id that is none, or of no counted trial
 */
export async function compareTrial(db: Db, id: string, print: (line: string) => void): Promise<boolean> {
  const cityId = z.uuid().safeParse(id).success ? await cityOfTrial(db, id) : null
  if (cityId === null) throw invalid({ trial: `Einen Testbetrieb „${id}“ gibt es hier nicht.` })
  const differences = await replayTrial(db, cityId, id)
  for (const { what, kept, anew } of differences) print(`${what}: festgeschrieben ${kept}, neu ${anew}`)
  if (differences.length === 0) print(`${id} gleich`)
  return differences.length === 0
}
