import { useEffect, useState } from 'react'
import { serverNow } from './serverClock.ts'

/** Now by the server's clock, read again every `everyMs`; for running times on the screen only, never for a promise. */
export function useNow(everyMs = 1000): number {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
