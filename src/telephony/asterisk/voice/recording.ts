import type { Platform } from '../../../platform/context.ts'
import { durationOf, readWave } from '../../prompts/wave.ts'
import type { SpokenReason } from '../../voice/callbackDoor.ts'
import type { Ari } from '../ari/client.ts'
import { unlessMovedOn } from '../movedOn.ts'

/** Ours at Asterisk begin with it, so that a later process can clear away what an earlier one left. */
const PREFIX = 'freizeichen-reason-'
const LONGEST_SECONDS = 60
const SILENCE_SECONDS = 5
/** Shorter than that nobody has said anything. */
const LEAST_MS = 800

interface RecordingNeeds {
  platform: Platform
  ari: Pick<Ari, 'request'>
  channelId: string
}

export const isReason = (name: string): boolean => name.startsWith(PREFIX)
export const channelOfReason = (name: string): string => name.slice(PREFIX.length)

/** Begins to record; the caller agreed by key. @returns false when the telephone has moved on */
export async function recordReason({ ari, channelId }: RecordingNeeds): Promise<boolean> {
  const started = await unlessMovedOn(
    ari.request('POST /channels/{channelId}/record', {
      channelId,
      name: `${PREFIX}${channelId}`,
      format: 'wav',
      maxDurationSeconds: LONGEST_SECONDS,
      maxSilenceSeconds: SILENCE_SECONDS,
      ifExists: 'overwrite',
      terminateOn: '#',
      beep: false,
    }),
  )
  return started !== undefined
}

/** Fetches a recording and removes it from Asterisk. @returns null when nothing was said */
export async function takeRecording(
  { ari, platform }: RecordingNeeds,
  recordingName: string,
  consentAt: Date,
): Promise<SpokenReason | null> {
  const file = await unlessMovedOn(
    ari.request('GET /recordings/stored/{recordingName}/file', { recordingName }),
  )
  await dropRecording(ari, recordingName)
  const audio = file && Buffer.from(file)
  const wave = audio && readWave(audio)
  if (!audio || !wave?.ok) return null
  const durationMs = durationOf(wave.value)
  if (durationMs < LEAST_MS) return null
  return { audio, durationMs, consentAt, recordedAt: platform.clock.now() }
}

export async function dropRecording(ari: Pick<Ari, 'request'>, recordingName: string): Promise<void> {
  await unlessMovedOn(ari.request('DELETE /recordings/stored/{recordingName}', { recordingName }))
}

/** What callers spoke whom an earlier process lost: nobody will take it any more. */
export async function dropLostRecordings(ari: Pick<Ari, 'request'>): Promise<void> {
  for (const { name } of await ari.request('GET /recordings/stored'))
    if (isReason(name)) await dropRecording(ari, name)
}
