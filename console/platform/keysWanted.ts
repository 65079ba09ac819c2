import { useSyncExternalStore } from 'react'

const NAME = 'freizeichen.keys'
const listeners = new Set<() => void>()

/** Whether single letters work as keys on this computer; people who dictate or use a switch turn them off. */
export function useKeysWanted(): [wanted: boolean, set: (wanted: boolean) => void] {
  const wanted = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => localStorage.getItem(NAME) !== 'off',
  )
  return [wanted, setWanted]
}

function setWanted(wanted: boolean): void {
  if (wanted) localStorage.removeItem(NAME)
  else localStorage.setItem(NAME, 'off')
  for (const listener of listeners) listener()
}
