import { z } from 'zod'
import { type Interim, readInterim, shownRunning } from '../../trial/index.ts'
import { KeptReadings } from '../keptReadings.ts'
import type { Visit } from '../visit.ts'

/** Its figures are of weeks that are over. */
const readings = new KeptReadings<Interim>(60_000)

/** The weeks of a trial that runs, at most a minute old; null where it does not run or the city does not show them. */
export async function interimOf({ ctx, platform }: Visit, id: string | undefined): Promise<Interim | null> {
  const known = z.uuid().safeParse(id)
  const trial = known.success ? await shownRunning(ctx, known.data) : null
  return (
    trial && readings.of(platform, `${trial.id} ${JSON.stringify(trial.plan)}`, () => readInterim(ctx, trial))
  )
}
