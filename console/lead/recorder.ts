import { mono, RATE_HZ, waveFile } from './telephoneWave.ts'

/** As long as the server takes: it is heard before anybody can answer. */
export const LONGEST_S = 15

export interface Recording {
  /** Ends it; the file is what was said until then. */
  stop(): void
  file: Promise<Blob>
}

/** Listens to the microphone until `stop`, at most fifteen seconds. @throws DOMException when the browser gives none */
export async function record(): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  const recorder = new MediaRecorder(stream)
  const parts: Blob[] = []
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
  const stopped = new Promise<void>((resolve) => recorder.addEventListener('stop', () => resolve()))
  const timer = setTimeout(() => recorder.stop(), LONGEST_S * 1000)
  recorder.start()
  return {
    stop: () => recorder.state === 'recording' && recorder.stop(),
    file: stopped.then(() => {
      clearTimeout(timer)
      for (const track of stream.getTracks()) track.stop()
      return telephoneSound(new Blob(parts))
    }),
  }
}

/** Any sound that this browser can play, as the telephone wants it. @throws DOMException when it is none */
export async function telephoneSound(sound: Blob): Promise<Blob> {
  // Decoding brings it to the rate of the context.
  const context = new OfflineAudioContext(1, 1, RATE_HZ)
  const decoded = await context.decodeAudioData(await sound.arrayBuffer())
  const channels = Array.from({ length: decoded.numberOfChannels }, (_, n) => decoded.getChannelData(n))
  const samples = mono(channels).subarray(0, LONGEST_S * RATE_HZ)
  return new Blob([waveFile(samples)], { type: 'audio/wav' })
}
