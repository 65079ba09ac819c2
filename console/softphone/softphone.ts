import type { IncomingRTCSessionEvent } from 'jssip/lib/UA'
import type { PhoneAccount } from '../../src/desk/contract.ts'
import { incomingCall, isOursAgain, type IncomingCall } from './incomingCall.ts'
import { keepAwake } from './keepAwake.ts'
import { openMicrophone, type Microphone } from './microphone.ts'
import { SILENT_PHONE, type SoftphoneState } from './model.ts'
import { onlyHere } from './onlyHere.ts'
import { register } from './registration.ts'

export interface Softphone {
  /** Switches on; does nothing where no telephone system is connected. */
  start(): void
  stop(): void
  /** Tries again at once, for when a telephone system was connected meanwhile. */
  reconnect(): void
  state(): SoftphoneState
  subscribe(listener: () => void): () => void
  answer(): void
  hangUp(): void
  setMuted(muted: boolean): void
  /** Loudness of the microphone now, 0 to 1. */
  level(): number
  /** Asks the browser for the microphone again after a refusal. */
  checkMicrophone(): void
}

interface Needs {
  /** The account at the telephone system; null where there is none. */
  fetchAccount(): Promise<PhoneAccount | null>
}

const AGAIN_MS = 5000

/** The telephone of this browser window: one registration, one microphone, at most one call. */
export function createSoftphone({ fetchAccount }: Needs): Softphone {
  let state = SILENT_PHONE
  const listeners = new Set<() => void>()
  const speaker = new Audio()
  speaker.autoplay = true
  let microphone: Microphone | null = null
  let call: IncomingCall | null = null
  let unregister: (() => void) | null = null
  let leave: (() => void) | null = null
  let sleep: (() => void) | null = null
  let again: ReturnType<typeof setTimeout> | undefined

  const change = (part: Partial<SoftphoneState>): void => {
    state = { ...state, ...part }
    for (const listener of listeners) listener()
  }
  const checkMicrophone = async (): Promise<void> => {
    microphone?.close()
    microphone = await openMicrophone((now) => change({ microphone: now }))
    if (!leave) closeMicrophone()
  }
  const closeMicrophone = (): void => {
    microphone?.close()
    microphone = null
  }
  const incoming = (event: IncomingRTCSessionEvent): void => {
    // The conversation in hand is dead already when its caller is brought back.
    if (call && isOursAgain(event)) call.drop()
    if (call) return event.session.terminate({ status_code: 486 })
    call = incomingCall(event, {
      microphone: () => microphone?.stream ?? null,
      play: (stream) => {
        speaker.srcObject = stream
      },
      tell(now) {
        if (!now) call = null
        change({ call: now })
      },
    })
  }
  const later = (): void => {
    clearTimeout(again)
    again = setTimeout(() => void connect(), AGAIN_MS)
  }
  const connect = async (): Promise<void> => {
    unregister?.()
    unregister = null
    const account = await fetchAccount().catch(() => undefined)
    if (!leave) return
    if (account === undefined) return later()
    if (account === null) return change({ line: 'off' })
    if (!microphone) void checkMicrophone()
    sleep ??= keepAwake((awake) => change({ awake }))
    change({ line: 'connecting' })
    unregister = register(account, {
      onRegistered(registered) {
        change({ line: registered ? 'registered' : 'lost' })
        if (registered) call?.moveHere()
      },
      onIncoming: incoming,
      onRefused: later,
    })
  }
  return {
    start() {
      leave ??= onlyHere(
        () => void connect(),
        () => change({ line: 'elsewhere' }),
      )
    },
    stop() {
      leave?.()
      leave = null
      sleep?.()
      sleep = null
      clearTimeout(again)
      unregister?.()
      unregister = null
      closeMicrophone()
      change(SILENT_PHONE)
    },
    reconnect: () => void (leave && connect()),
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    answer: () => call?.answer(),
    hangUp: () => call?.hangUp(),
    setMuted: (muted) => call?.setMuted(muted),
    level: () => microphone?.level() ?? 0,
    checkMicrophone: () => void checkMicrophone(),
  }
}
