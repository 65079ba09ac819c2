import { useEffect, useRef, useState } from 'react'
import { Button, Field, FieldError } from '../ui/index.ts'
import { LONGEST_S, record, telephoneSound, type Recording } from './recorder.ts'

interface Props {
  sound: Blob | null
  onChange: (sound: Blob | null) => void
  error?: string | undefined
}

const NO_MICROPHONE =
  'Der Browser gibt das Mikrofon nicht frei. Bitte erlauben Sie es, oder wählen Sie eine Datei.'
const NO_SOUND =
  'Diese Datei kann der Browser nicht abspielen. Bitte eine andere wählen, zum Beispiel WAV oder MP3.'

/** What callers hear: spoken here into the microphone, or from a file. Made fit for the telephone in this page. */
export function SoundField({ sound, onChange, error }: Props) {
  const [recording, setRecording] = useState<Recording | null>(null)
  const [problem, setProblem] = useState<string>()
  const begin = async () => {
    setProblem(undefined)
    try {
      const now = await record()
      setRecording(now)
      onChange(await now.file)
    } catch {
      setProblem(NO_MICROPHONE)
    }
    setRecording(null)
  }
  const choose = async (file: File | undefined) => {
    setProblem(undefined)
    if (!file) return
    try {
      onChange(await telephoneSound(file))
    } catch {
      setProblem(NO_SOUND)
    }
  }
  return (
    <fieldset className="lead__sound" aria-describedby="sound-error">
      <legend className="kern-label">
        Ton am Telefon<span className="kern-label__optional"> (freiwillig)</span>
      </legend>
      <p className="muted">{`Höchstens ${LONGEST_S} Sekunden, nach der Begrüßung. Ohne Ton steht der Text nur geschrieben.`}</p>
      <div className="lead__part lead__part--start">
        {recording ? (
          <Button variant="primary" onClick={() => recording.stop()}>
            Aufnahme beenden
          </Button>
        ) : (
          <Button onClick={() => void begin()}>{sound ? 'Neu aufnehmen' : 'Aufnehmen'}</Button>
        )}
        {recording && <output>Die Aufnahme läuft. Bitte sprechen Sie.</output>}
        {sound && !recording && <Preview sound={sound} onDrop={() => onChange(null)} />}
      </div>
      <Field label="Oder eine Datei" optional>
        {(control) => (
          <input
            {...control}
            type="file"
            accept="audio/*"
            onChange={(event) => void choose(event.currentTarget.files?.[0])}
          />
        )}
      </Field>
      <FieldError id="sound-error" error={problem ?? error} />
    </fieldset>
  )
}

function Preview({ sound, onDrop }: { sound: Blob; onDrop: () => void }) {
  const player = useRef<HTMLAudioElement>(null)
  useEffect(() => {
    const address = URL.createObjectURL(sound)
    if (player.current) player.current.src = address
    return () => URL.revokeObjectURL(address)
  }, [sound])
  return (
    <>
      {/* Spoken words whose text stands in the field above. */}
      <audio ref={player} controls aria-label="Aufnahme anhören">
        <track kind="captions" />
      </audio>
      <Button variant="tertiary" onClick={onDrop}>
        Verwerfen
      </Button>
    </>
  )
}
