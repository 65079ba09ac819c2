// how many callback promises of a simulated month are kept: windows from the roster beside a fixed "innerhalb des Tages"
import { long } from './kit/built.ts'
import { whole } from './kit/numbers.ts'
import { report, type Row } from './kit/report.ts'
import { withTestPlatform } from './kit/testPlatform.ts'
import { type Figures, figuresOf, keptShare, type Share, worst } from '../tests/simulation/figures.ts'
import { checkMonth } from '../tests/simulation/invariants.ts'
import { fromWindows, type Promising, withinTheDay } from '../tests/simulation/offers.ts'
import { type MonthSize, WHOLE_MONTH } from '../tests/simulation/plan.ts'
import { runMonth } from '../tests/simulation/runMonth.ts'

const SEEDS = long ? [42, 43, 44] : [Number(process.env['SEED'] ?? 42)]

interface Played {
  figures: Figures
  notOffered: number
  turnedAway: number
  refused: ReadonlyMap<string, number>
}

/** A month in a database of its own. @throws when something was that must never be */
function play(size: MonthSize, promising: Promising): Promise<Played> {
  return withTestPlatform(async (platform) => {
    const month = await runMonth(platform, size, promising)
    // A promise for the day is made without looking at capacity: it may exceed it.
    const wrong = [...(promising === fromWindows ? month.wrong : []), ...(await checkMonth(month))]
    if (wrong.length > 0) throw new Error(wrong.join('\n'))
    const { notOffered, turnedAway, refused } = month
    return { figures: await figuresOf(month), notOffered, turnedAway, refused }
  })
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
const hours = (value: number): string => `${value.toFixed(1)} h`
const shareOf = (found: [string, Share] | null): string =>
  found ? `${percent(found[1].kept / found[1].decided)} (${found[0]}, of ${found[1].decided})` : 'none'
const causes = ({ brokenBy }: Figures): string =>
  [...brokenBy].map(([cause, count]) => `${cause} ${count}`).join(', ') || 'none'

function rowsOf(ours: Played, fixed: Played): Row[] {
  const row = (what: string, tell: (played: Played) => string): Row => ({
    what,
    figure: tell(ours),
    against: tell(fixed),
    ratio: null,
  })
  return [
    row('kept', ({ figures }) => percent(keptShare(figures))),
    row('promised', ({ figures }) => whole(figures.promised)),
    row('no window to offer', ({ notOffered }) => whole(notOffered)),
    row('kept, broken, withdrawn', ({ figures: { kept, brokenBy, withdrawn } }) => {
      const broken = [...brokenBy.values()].reduce((sum, count) => sum + count, 0)
      return `${whole(kept)}, ${whole(broken)}, ${whole(withdrawn)}`
    }),
    row('broken by', ({ figures }) => causes(figures)),
    row('promise to end of window, service hours', ({ figures }) => hours(figures.distance.serviceHours)),
    row('promise to end of window, by the clock', ({ figures }) => hours(figures.distance.hours)),
    row('length of the window', ({ figures }) => hours(figures.windowHours)),
    row('worst day', ({ figures }) => shareOf(worst(figures.days))),
    row('worst week', ({ figures }) => shareOf(worst(figures.weeks))),
    row('attempts, reached', ({ figures: { attempts, reached } }) => `${whole(attempts)}, ${whole(reached)}`),
  ]
}

for (const seed of SEEDS) {
  const size = { ...WHOLE_MONTH, seed }
  const [ours, fixed] = await Promise.all([play(size, fromWindows), play(size, withinTheDay)])
  report(
    `callback-month: ${size.serviceDays} service days, ${whole(size.calls)} calls, seed ${seed}`,
    rowsOf(ours, fixed),
    [
      `Left: windows that are offered. Right: the same callers with a promise for the day, "innerhalb des Tages", made without looking at capacity. Both through the rooms' own verbs on the test clock. Refused to clerks: ${JSON.stringify([...ours.refused])} and ${JSON.stringify([...fixed.refused])}; turned away at a closed city: ${ours.turnedAway}.`,
      ...[ours, fixed].map(({ figures }) =>
        [...figures.days].map(([day, { kept, decided }]) => `${day.slice(5)} ${kept}/${decided}`).join('  '),
      ),
    ],
  )
}
