import { useEffect, useRef, useState } from 'react'
import type { IntakeDraft } from '../../src/desk/contract.ts'
import { isPassing } from '../platform/apiError.ts'
import { saveDraft } from './deskApi.ts'

const PAUSE_MS = 400
const AGAIN_MS = 2000

/**
 * Sends the draft to the server whenever typing pauses, and again and again while the server is away.
 * @returns whether the server is away, so that the form can say where the words are meanwhile
 */
export function useDraftKeeper(callId: string, draft: IntakeDraft): { away: boolean } {
  const [away, setAway] = useState(false)
  const sent = useRef<IntakeDraft>(draft)
  useEffect(() => {
    if (sent.current === draft) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let over = false
    const send = async (): Promise<void> => {
      const problem = await saveDraft(callId, draft).then(
        () => null,
        (error: unknown) => error,
      )
      if (over) return
      // Anything but "away" (the call is over, the session ended) does not get better by asking again.
      const passing = problem !== null && isPassing(problem)
      setAway(passing)
      if (passing) timer = setTimeout(() => void send(), AGAIN_MS)
      else sent.current = draft
    }
    timer = setTimeout(() => void send(), PAUSE_MS)
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [callId, draft])
  return { away }
}
