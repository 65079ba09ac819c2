import type { RTCSession } from 'jssip/lib/RTCSession'
import type { IncomingRTCSessionEvent } from 'jssip/lib/UA'
import { serverNow } from '../platform/serverClock.ts'
import type { PhoneCall } from './model.ts'
import { ring, tick } from './ringTone.ts'

/** With servers in the same network nothing better than the first addresses will come. */
const ICE_PATIENCE_MS = 300

interface Options {
  microphone(): MediaStream | null
  play(stream: MediaStream): void
  /** The call as it is now; null when it is over. */
  tell(call: PhoneCall | null): void
}

export interface IncomingCall {
  answer(): void
  hangUp(): void
  setMuted(muted: boolean): void
  /** The websocket is a new one: the telephone system learns where this conversation is now. */
  moveHere(): void
  /** Forgets a conversation that the telephone system has ended already. */
  drop(): void
}

/** The caller this person talked to when the page or the network died. */
export const isOursAgain = ({ request }: IncomingRTCSessionEvent): boolean =>
  request.getHeader('X-Freizeichen') === 'again'

/** One incoming SIP session from its first ring to its end. */
export function incomingCall(event: IncomingRTCSessionEvent, options: Options): IncomingCall {
  const { session, request } = event
  const kind = kindOf(request.getHeader('X-Freizeichen'))
  let call: PhoneCall = { kind, stage: 'ringing', muted: false, since: serverNow() }
  const tell = (change: Partial<PhoneCall>): void => {
    call = { ...call, ...change }
    options.tell(call)
  }
  const isExpected = kind === 'callback' || kind === 'join' || isOursAgain(event)
  const stopRinging = isExpected ? noRing() : ring()
  let isOver = false
  const over = (): void => {
    if (isOver) return
    isOver = true
    stopRinging()
    options.tell(null)
  }
  session.on('peerconnection', ({ peerconnection }) => {
    peerconnection.addEventListener('track', ({ streams }) => streams[0] && options.play(streams[0]))
  })
  hurryIce(session)
  session.on('confirmed', () => tell({ stage: 'talking', since: serverNow() }))
  session.on('ended', over)
  session.on('failed', over)

  const answer = (): void => {
    if (call.stage !== 'ringing') return
    stopRinging()
    tell({ stage: 'connecting', since: serverNow() })
    const stream = options.microphone()
    // The microphone stays open between calls, and the one before may have ended muted.
    for (const track of stream?.getAudioTracks() ?? []) track.enabled = true
    session.answer({
      pcConfig: { iceServers: [] },
      ...(stream ? { mediaStream: stream } : { mediaConstraints: { audio: true, video: false } }),
    })
  }
  tell({})
  if (isExpected) answer()
  return {
    answer,
    hangUp: () => session.terminate(call.stage === 'ringing' ? { status_code: 486 } : {}),
    setMuted(muted) {
      if (muted) session.mute({ audio: true })
      else session.unmute({ audio: true })
      tell({ muted })
    },
    moveHere() {
      if (call.stage === 'talking') session.renegotiate({ useUpdate: true })
    },
    drop() {
      over()
      session.terminate()
    },
  }
}

const KINDS: readonly PhoneCall['kind'][] = ['callback', 'consult', 'join', 'fallback']
const kindOf = (purpose: string | undefined): PhoneCall['kind'] =>
  KINDS.find((kind) => kind === purpose) ?? 'offer'

function noRing(): () => void {
  tick()
  return () => undefined
}

/** JsSIP waits for the end of the search for addresses, which some networks make last for seconds. */
function hurryIce(session: RTCSession): void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  session.on('icecandidate', ({ ready }) => {
    waiting ??= setTimeout(ready, ICE_PATIENCE_MS)
  })
}
