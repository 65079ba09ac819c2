import type { Board } from '../../src/trial/contract.ts'
import { StatusWord } from '../ui/index.ts'

/** What is wrong with a team, then promises that can still be saved, the most urgent first; for a screen on a wall. */
export function AtRiskList({ board: { riskTexts, atRisk } }: { board: Pick<Board, 'riskTexts' | 'atRisk'> }) {
  if (atRisk.length === 0 && riskTexts.length === 0)
    return <p className="muted">Keine Zusage ist in Gefahr.</p>
  return (
    <ul className="at-risk">
      {riskTexts.slice(0, 1).map((text) => (
        <li key={text}>{text}</li>
      ))}
      {atRisk
        .slice(0, riskTexts.length > 0 ? 1 : 3)
        .map(({ callbackId, caseNumber, dueText, why, whyText }) => (
          <li key={callbackId}>
            <StatusWord tone={why === 'half' ? 'warn' : 'bad'}>{dueText}</StatusWord>
            {caseNumber}
            <span className="muted">{whyText}</span>
          </li>
        ))}
    </ul>
  )
}
