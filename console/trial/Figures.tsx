import type { Board } from '../../src/trial/contract.ts'
import { Figure } from './Figure.tsx'
import { shareOf, type Share } from './share.ts'
import { longestWait } from './waiting.ts'

/** Who waits now, and how both promises stand today. */
export function Figures({ board, now }: { board: Board; now: number }) {
  const { calls, callbacks } = board.figures
  const longest = longestWait(board, now)
  return (
    <dl className="figures">
      <Figure
        name="Es warten"
        value={board.waiting.length}
        detail={longest ? `am längsten ${longest}` : 'niemand'}
      />
      <ShareFigure name="In 15 s angenommen" share={shareOf(calls.promiseKept, calls.promiseBroken)} />
      <ShareFigure name="Rückruf im Zeitfenster" share={shareOf(callbacks.kept, callbacks.broken)} />
    </dl>
  )
}

const ShareFigure = ({ name, share }: { name: string; share: Share }) => (
  <Figure name={name} value={share.percent ?? '–'} detail={share.counts} />
)
