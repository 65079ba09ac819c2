import { useState } from 'react'

const name = (office: string): string => `freizeichen.counter.${office}`

/** The counter at which this computer stands; it is chosen once. */
export function useOwnCounter(office: string): [counter: string, set: (counter: string) => void] {
  const [chosen, setChosen] = useState<{ office: string; counter: string } | null>(null)
  const counter = chosen?.office === office ? chosen.counter : (localStorage.getItem(name(office)) ?? '')
  return [
    counter,
    (next) => {
      setChosen({ office, counter: next })
      if (next.trim()) localStorage.setItem(name(office), next)
      else localStorage.removeItem(name(office))
    },
  ]
}
