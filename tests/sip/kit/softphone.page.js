// Runs in the browser: the smallest softphone, with the same library as the console's.
import { UA, WebSocketInterface } from 'jssip'
import { rtpPackets } from './rtpPackets.js'

let session = null
let counted = { received: 0, sent: 0 }
const audio = document.createElement('audio')
audio.autoplay = true
document.body.append(audio)

function take(incoming) {
  session = incoming
  counted = { received: 0, sent: 0 }
  softphone.ringing = true
  incoming.on('peerconnection', ({ peerconnection }) => {
    peerconnection.addEventListener('track', (event) => {
      audio.srcObject = event.streams[0] ?? new MediaStream([event.track])
    })
  })
  const over = () => {
    softphone.ringing = false
    session = null
  }
  incoming.on('ended', over)
  incoming.on('failed', over)
  incoming.on('accepted', () => (softphone.ringing = false))
  if (softphone.answerAll) softphone.answer()
}

globalThis.softphone = {
  registered: false,
  ringing: false,
  answerAll: false,
  /** Values of the header `X-Freizeichen` of the calls that rang here. */
  purposes: [],
  start({ url, uri, user, password }) {
    const ua = new UA({
      sockets: [new WebSocketInterface(url)],
      uri,
      authorization_user: user,
      password,
      register_expires: 120,
      session_timers: false,
    })
    ua.on('registered', () => (softphone.registered = true))
    ua.on('unregistered', () => (softphone.registered = false))
    // After its restart the telephone system knows nobody until the program has told it.
    ua.on('registrationFailed', () => setTimeout(() => ua.register(), 1_000))
    ua.on('newRTCSession', ({ session: incoming, request }) => {
      softphone.purposes.push(request.getHeader('X-Freizeichen') ?? '')
      take(incoming)
    })
    ua.start()
    softphone.ua = ua
  },
  answer: () => session?.answer({ mediaConstraints: { audio: true, video: false } }),
  decline: () => session?.terminate({ status_code: 486 }),
  hangUp: () => session?.terminate(),
  /** Of the call in hand, or of the last one when there is none. */
  async packets() {
    if (session?.connection) counted = await rtpPackets(session.connection)
    return counted
  },
}
