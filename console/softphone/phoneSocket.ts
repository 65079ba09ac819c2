import type { Socket } from 'jssip'

/** A lost network often leaves a socket open that nobody answers on: after this silence it counts as dead. */
const ANSWER_MS = 5000

/**
 * The websocket that JsSIP speaks SIP through. Unlike JsSIP's own it notices a socket that is open but dead:
 * `expectAnswer` closes it when nothing at all arrives in time, and JsSIP connects again.
 */
export class PhoneSocket implements Socket {
  readonly url: string
  readonly sip_uri: string
  via_transport: string
  onconnect: () => void = () => undefined
  ondisconnect: (error: boolean, code?: number, reason?: string) => void = () => undefined
  ondata: <T>(data: T) => void = () => undefined
  #socket: WebSocket | null = null
  #silence: ReturnType<typeof setTimeout> | undefined

  constructor(url: string) {
    this.url = url
    const { host, protocol } = new URL(url)
    this.sip_uri = `sip:${host};transport=ws`
    this.via_transport = protocol === 'wss:' ? 'WSS' : 'WS'
  }

  connect(): void {
    if (this.isConnected() || this.isConnecting()) return
    const socket = new WebSocket(this.url, 'sip')
    socket.binaryType = 'arraybuffer'
    socket.addEventListener('open', () => this.#socket === socket && this.onconnect())
    socket.addEventListener('message', ({ data }) => {
      clearTimeout(this.#silence)
      if (this.#socket === socket) this.ondata(data)
    })
    socket.addEventListener('close', ({ wasClean, code, reason }) => {
      if (this.#socket === socket) this.#lost(!wasClean, code, reason)
    })
    this.#socket = socket
  }

  disconnect(): void {
    clearTimeout(this.#silence)
    const socket = this.#socket
    this.#socket = null
    socket?.close()
  }

  send(message: string | ArrayBufferLike | Blob | ArrayBufferView): boolean {
    if (!this.#socket || !this.isConnected()) return false
    // JsSIP sends text; a view over shared memory, which its type allows, never comes.
    this.#socket.send(typeof message === 'string' ? message : String(message))
    return true
  }

  isConnected(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN
  }

  isConnecting(): boolean {
    return this.#socket?.readyState === WebSocket.CONNECTING
  }

  /** To be called after a request was sent. */
  expectAnswer(): void {
    clearTimeout(this.#silence)
    this.#silence = setTimeout(() => {
      this.disconnect()
      this.ondisconnect(true, 1006, 'no answer')
    }, ANSWER_MS)
  }

  #lost(error: boolean, code: number, reason: string): void {
    clearTimeout(this.#silence)
    this.#socket = null
    this.ondisconnect(error, code, reason)
  }
}
