import { useEffect } from 'react'
import { api, nothing } from '../platform/api.ts'
import { isAwake } from './keepAwake.ts'
import type { SoftphoneState } from './model.ts'

/** Tells the server every five seconds, and at once when something changed, that this place lives and what works here. */
export function useHeartbeat({ line, microphone: heard, awake: wakefulness }: SoftphoneState): void {
  const phoneRegistered = line === 'registered'
  const microphone = heard === 'ok'
  const awake = isAwake(wakefulness)
  // The other window reports for this browser.
  const silent = line === 'elsewhere'
  useEffect(() => {
    if (silent) return
    const beat = () => {
      // A missed beat shows itself: the server takes the place for not ready, and the next beat comes soon.
      api
        .post('/api/v1/desk/heartbeat', nothing, { phoneRegistered, microphone, awake })
        .catch(() => undefined)
    }
    beat()
    const worker = new Worker(new URL('./ticker.worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', beat)
    return () => worker.terminate()
  }, [phoneRegistered, microphone, awake, silent])
}
