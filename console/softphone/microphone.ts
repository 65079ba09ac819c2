/**
 * `asking` until the person answered the browser; `silent`: it is there and nothing at all is heard, as of a
 * headset that is switched to mute; `ok`: a sound arrived.
 */
export type MicrophoneState = 'unused' | 'asking' | 'silent' | 'ok' | 'refused' | 'missing'

export interface Microphone {
  stream: MediaStream
  /** Loudness now, 0 to 1, stretched so that quiet speech shows. */
  level(): number
  close(): void
}

const CHECK_MS = 200

/** Opens the microphone and watches it. @returns null when the browser gives none; `tell` says why */
export async function openMicrophone(tell: (state: MicrophoneState) => void): Promise<Microphone | null> {
  if (!navigator.mediaDevices) {
    tell('missing')
    return null
  }
  tell('asking')
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    })
    return watch(stream, tell)
  } catch (error) {
    tell(error instanceof DOMException && error.name === 'NotAllowedError' ? 'refused' : 'missing')
    return null
  }
}

function watch(stream: MediaStream, tell: (state: MicrophoneState) => void): Microphone {
  const audio = new AudioContext()
  const analyser = audio.createAnalyser()
  analyser.fftSize = 1024
  audio.createMediaStreamSource(stream).connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  const level = (): number => {
    analyser.getFloatTimeDomainData(samples)
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length
    return Math.min(1, Math.sqrt(2 * Math.sqrt(power)))
  }
  tell('silent')
  // Even a quiet room is not exactly zero; a muted headset is.
  const timer = setInterval(() => {
    if (audio.state === 'suspended') void audio.resume()
    if (level() > 0) {
      clearInterval(timer)
      tell('ok')
    }
  }, CHECK_MS)
  for (const track of stream.getAudioTracks()) track.addEventListener('ended', () => tell('missing'))
  return {
    stream,
    level,
    close() {
      clearInterval(timer)
      for (const track of stream.getTracks()) track.stop()
      void audio.close()
    },
  }
}
