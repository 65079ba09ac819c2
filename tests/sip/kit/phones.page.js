// Runs in the browser: several softphones in one window, each of which answers by itself. For tests with many agents.
import { UA } from 'jssip'
import { PhoneSocket } from '../../../console/softphone/phoneSocket.ts'
import { rtpPackets } from './rtpPackets.js'

const phones = new Map()

function open(stream, { user, uri, password, url }) {
  const phone = {
    registered: false,
    purposes: [],
    session: null,
    answers: true,
    counted: { received: 0, sent: 0 },
  }
  phones.set(user, phone)
  const socket = new PhoneSocket(url)
  const ua = new UA({
    sockets: socket,
    uri,
    authorization_user: user,
    password,
    register_expires: 60,
    session_timers: false,
    connection_recovery_min_interval: 1,
    connection_recovery_max_interval: 1,
  })
  ua.on('connected', () => socket.expectAnswer())
  ua.on('registered', () => {
    phone.registered = true
    // As the console does: the telephone system learns where the conversation is now, or says that it is over.
    if (phone.session && phone.confirmed) phone.session.renegotiate({ useUpdate: true })
  })
  ua.on('unregistered', () => (phone.registered = false))
  ua.on('registrationFailed', () => {
    phone.registered = false
    // After its restart the telephone system knows nobody until the program has told it.
    setTimeout(() => ua.register(), 1_000)
  })
  ua.on('disconnected', () => {
    phone.registered = false
    // Our answer went nowhere; JsSIP would wait half a minute for the other side's.
    if (phone.session && !phone.confirmed) drop(phone)
  })
  ua.on('newRTCSession', ({ session, request }) => take(phone, session, request, stream))
  ua.start()
  phone.ua = ua
}

function drop(phone) {
  phone.session.terminate()
  phone.session = null
}

function take(phone, session, request, stream) {
  if (phone.session && request.getHeader('X-Freizeichen') === 'again') drop(phone)
  if (phone.session) return session.terminate({ status_code: 486 })
  phone.session = session
  phone.confirmed = false
  session.on('confirmed', () => (phone.confirmed = true))
  phone.counted = { received: 0, sent: 0 }
  phone.purposes.push(request.getHeader('X-Freizeichen') ?? '')
  session.on('peerconnection', ({ peerconnection }) => {
    peerconnection.addEventListener('track', (event) => {
      const audio = new Audio()
      audio.srcObject = event.streams[0] ?? new MediaStream([event.track])
      void audio.play()
    })
  })
  let waiting
  session.on('icecandidate', ({ ready }) => (waiting ??= setTimeout(ready, 100)))
  const over = () => phone.session === session && (phone.session = null)
  session.on('ended', over)
  session.on('failed', over)
  if (phone.answers) session.answer({ pcConfig: { iceServers: [] }, mediaStream: stream })
}

globalThis.phones = {
  async open(accounts) {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
    for (const account of accounts) open(stream, account)
  },
  state: () =>
    [...phones].map(([user, { registered, session, confirmed, purposes }]) => ({
      user,
      registered,
      inCall: confirmed && session !== null,
      purposes: [...purposes],
    })),
  hangUp: (user) => phones.get(user)?.session?.terminate(),
  async packets() {
    const all = []
    for (const [user, phone] of phones) {
      const connection = phone.session?.connection
      if (connection) phone.counted = await rtpPackets(connection)
      all.push({ user, ...phone.counted })
    }
    return all
  },
}
