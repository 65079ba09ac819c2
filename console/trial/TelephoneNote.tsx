import type { Board } from '../../src/trial/contract.ts'
import { StatusWord } from '../ui/index.ts'

export function TelephoneNote({ of: { connected, note } }: { of: Board['telephone'] }) {
  return (
    <p>
      <StatusWord tone={connected ? 'good' : 'warn'}>{note}</StatusWord>
    </p>
  )
}
