import { StatusWord } from '../ui/index.ts'
import { type ReportState, STATES } from './words.ts'

export function ReportStateWord({ state }: { state: ReportState }) {
  const [tone, word] = STATES[state]
  return <StatusWord tone={tone}>{word}</StatusWord>
}
