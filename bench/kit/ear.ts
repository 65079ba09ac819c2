// Run as a program: hears for all agents. Of each conversation it notes when the first sound arrived.
import { createSocket } from 'node:dgram'
import { fork } from 'node:child_process'
import { once } from 'node:events'

/** Port of Asterisk that spoke, its stream, and when its first packet arrived (epoch ms). */
export type Sound = readonly [port: number, at: number]

/** Ports come back, and a stream that is only passed on keeps its name: silence tells one conversation from the next. */
const BETWEEN_CONVERSATIONS_MS = 500

if (process.argv[1] === import.meta.filename) {
  const sounds: Sound[] = []
  const lastHeard = new Map<string, number>()
  const socket = createSocket({ type: 'udp4', recvBufferSize: 4 * 2 ** 20 })
  socket.on('message', (packet, from) => {
    const stream = `${from.port} ${packet.length < 12 ? 0 : packet.readUInt32BE(8)}`
    const now = performance.timeOrigin + performance.now()
    const silent = now - (lastHeard.get(stream) ?? 0)
    lastHeard.set(stream, now)
    if (silent > BETWEEN_CONVERSATIONS_MS) sounds.push([from.port, now])
  })
  socket.bind(0, process.argv[2], () => process.send?.({ port: socket.address().port }))
  process.on('message', () => process.send?.({ sounds: sounds.splice(0) }))
  process.once('disconnect', () => socket.close())
}

export interface Ear {
  port: number
  /** What was heard since the last question. */
  heard(): Promise<readonly Sound[]>
  close(): void
}

/** A process of its own, so that what it notes does not wait for what the benchmark does. */
export async function openEar(ip: string): Promise<Ear> {
  const child = fork(import.meta.filename, [ip])
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  return {
    port,
    async heard() {
      child.send('sounds')
      const [{ sounds }] = (await once(child, 'message')) as [{ sounds: readonly Sound[] }]
      return sounds
    },
    close: () => child.disconnect(),
  }
}
