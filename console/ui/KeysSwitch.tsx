import { useKeysWanted } from '../platform/keysWanted.ts'
import { Checkbox } from './Checkbox.tsx'

/** Turns single letters as keys on and off for this computer. */
export function KeysSwitch() {
  const [wanted, setWanted] = useKeysWanted()
  return (
    <Checkbox
      label="Buchstaben als Tasten"
      checked={wanted}
      onChange={(event) => setWanted(event.currentTarget.checked)}
    />
  )
}
