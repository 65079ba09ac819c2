import type { WorklistItem } from '../../src/callbacks/contract.ts'
import { StatusWord, type StatusTone } from '../ui/index.ts'

const RISKS = {
  late: ['bad', 'zu spät'],
  soon: ['warn', 'in Gefahr'],
  due: ['busy', 'jetzt fällig'],
  later: ['off', 'später'],
} as const satisfies Record<WorklistItem['risk'], readonly [StatusTone, string]>

/** How the promise stands now. */
export function RiskWord({ risk }: { risk: WorklistItem['risk'] }) {
  const [tone, word] = RISKS[risk]
  return <StatusWord tone={tone}>{word}</StatusWord>
}
