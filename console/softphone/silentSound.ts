const TRY_AGAIN_MS = 2000

/** Plays nothing, all the time: a page with sound is not put to sleep. @param tell when it begins or stops playing */
export function silentSound(tell: () => void): { plays(): boolean; stop(): void } {
  const audio = new AudioContext()
  const end = new AbortController()
  const silence = new GainNode(audio, { gain: 0 })
  const source = new ConstantSourceNode(audio)
  source.connect(silence).connect(audio.destination)
  source.start()
  audio.addEventListener('statechange', tell)
  // Sound may begin only after the person has done something on the page, or once it records.
  const begin = (): void => void (audio.state === 'suspended' && audio.resume())
  for (const deed of ['keydown', 'pointerdown'])
    document.addEventListener(deed, begin, { signal: end.signal, capture: true })
  const timer = setInterval(begin, TRY_AGAIN_MS)
  return {
    plays: () => audio.state === 'running',
    stop() {
      clearInterval(timer)
      end.abort()
      audio.removeEventListener('statechange', tell)
      void audio.close()
    },
  }
}
