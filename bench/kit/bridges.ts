import { once } from 'node:events'
import { WebSocket } from 'ws'
import { ariTime } from '../../src/telephony/asterisk/ariTime.ts'
import { basicAuth, sendRequest } from '../../src/telephony/asterisk/ari/request.ts'
import type { ChannelEnteredBridge } from '../../src/telephony/asterisk/ari/types.generated.ts'
import type { CallLab } from './callLab.ts'

const APP = 'bench-bridges'

/** When a caller and an agent were together in one bridge, by Asterisk's own clock (epoch ms). */
export interface Joined {
  /** The caller's. */
  number: string
  at: number
}

/** Asterisk's own word on who was joined when: the same event for our application and for `app_queue`. */
export interface Bridges {
  /** Since the last question. */
  joined(): Joined[]
  close(): void
}

export async function watchBridges({ access }: CallLab): Promise<Bridges> {
  const url = `${access.url.replace(/^http/, 'ws')}/events?app=${APP}&subscribeAll=true`
  const socket = new WebSocket(url, { headers: { authorization: basicAuth(access) } })
  await once(socket, 'open')
  await sendRequest(access, 'PUT /applications/{applicationName}/eventFilter', {
    applicationName: APP,
    json: { allowed: [{ type: 'ChannelEnteredBridge' }] },
  })
  const numbers = new Map<string, string>()
  const joined: Joined[] = []
  socket.on('message', (data) => {
    const { bridge, channel, timestamp } = JSON.parse(String(data)) as ChannelEnteredBridge
    if (channel) numbers.set(channel.id, channel.caller.number)
    if (bridge.channels.length !== 2) return
    const number = bridge.channels
      .map((id) => numbers.get(id) ?? '')
      .find((known) => known.startsWith('+49151'))
    if (number) joined.push({ number, at: ariTime(timestamp).getTime() })
    for (const id of bridge.channels) numbers.delete(id)
  })
  return { joined: () => joined.splice(0), close: () => socket.close() }
}
