import type { Board } from '../../src/trial/contract.ts'
import { StatusWord } from '../ui/index.ts'

export function TelephoneNote({ of: { well, note } }: { of: Board['telephone'] }) {
  return (
    <p className="telephone-note">
      <StatusWord tone={well ? 'good' : 'warn'}>{note}</StatusWord>
    </p>
  )
}
