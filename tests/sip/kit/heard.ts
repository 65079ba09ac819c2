import { once } from 'node:events'
import { WebSocket } from 'ws'
import { basicAuth } from '../../../src/telephony/asterisk/ari/request.ts'
import type { Lab } from './lab.ts'

/** What Asterisk plays, as a second application on it sees it: nobody's control, everybody's playbacks. */
export interface Ear {
  /** Sounds played to a channel so far, without 'sound:freizeichen/'. */
  heard(channelId: string): readonly string[]
  /** When each of them began (monotonic ms). */
  times(channelId: string): readonly number[]
  /** Steps of the dialplan so far, on all channels: 'Playback freizeichen/stoerung'. */
  dialplan(): readonly string[]
  close(): void
}

export async function listenIn({ ari }: Lab): Promise<Ear> {
  const url = `${ari.url.replace(/^http/, 'ws')}/events?app=test-ear&subscribeAll=true`
  const socket = new WebSocket(url, { headers: { authorization: basicAuth(ari) } })
  await once(socket, 'open')
  const heard = new Map<string, string[]>()
  const times = new Map<string, number[]>()
  const steps: string[] = []
  socket.on('message', (data) => {
    const event: unknown = JSON.parse(String(data))
    const step = stepOf(event)
    if (step !== null) steps.push(step)
    const found = playbackOf(event)
    if (!found) return
    heard.set(found.channelId, [...(heard.get(found.channelId) ?? []), found.name])
    times.set(found.channelId, [...(times.get(found.channelId) ?? []), performance.now()])
  })
  return {
    heard: (channelId) => heard.get(channelId) ?? [],
    times: (channelId) => times.get(channelId) ?? [],
    dialplan: () => steps,
    close: () => socket.close(),
  }
}

function playbackOf(event: unknown): { channelId: string; name: string } | null {
  if (!isRecord(event) || event['type'] !== 'PlaybackStarted' || !isRecord(event['playback'])) return null
  const { target_uri: target, media_uri: media } = event['playback']
  return {
    channelId: String(target).replace(/^channel:/, ''),
    name: String(media).replace(/^sound:(freizeichen\/)?/, ''),
  }
}

function stepOf(event: unknown): string | null {
  if (!isRecord(event) || event['type'] !== 'ChannelDialplan') return null
  return `${String(event['dialplan_app'])} ${String(event['dialplan_app_data'])}`.trim()
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
