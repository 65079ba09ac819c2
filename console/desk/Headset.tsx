import type { SoftphoneState } from '../softphone/index.ts'
import { MicrophoneLevel, useSoftphone } from '../softphone/index.ts'
import { StatusWord, type StatusTone } from '../ui/index.ts'

type Check = { tone: StatusTone; word: string; again?: boolean }

/** Telephone and headset in one word; the first thing that is wrong wins. */
export function headsetCheck({ line, microphone }: Pick<SoftphoneState, 'line' | 'microphone'>): Check {
  if (line === 'elsewhere') return { tone: 'warn', word: 'Telefon läuft in einem anderen Fenster' }
  if (line === 'connecting') return { tone: 'off', word: 'Telefon wird verbunden' }
  if (line === 'off') return { tone: 'off', word: 'Telefon nicht verbunden' }
  if (line === 'lost') return { tone: 'bad', word: 'Telefon getrennt, wird neu verbunden' }
  switch (microphone) {
    case 'ok':
      return { tone: 'good', word: 'Headset ok' }
    case 'unused':
    case 'asking':
      return { tone: 'warn', word: 'Bitte dem Browser das Mikrofon erlauben' }
    case 'silent':
      return { tone: 'warn', word: 'Headset ist stumm geschaltet' }
    case 'refused':
      return { tone: 'bad', word: 'Mikrofon ist im Browser gesperrt', again: true }
    case 'missing':
      return { tone: 'bad', word: 'Kein Mikrofon gefunden', again: true }
  }
}

export function Headset({ phone: state }: { phone: SoftphoneState }) {
  const { phone } = useSoftphone()
  const { tone, word, again } = headsetCheck(state)
  return (
    <p className="status-bar__headset">
      <StatusWord tone={tone}>{word}</StatusWord>
      {state.microphone === 'ok' && <MicrophoneLevel />}
      {again && (
        <button type="button" className="link-button" onClick={() => phone?.checkMicrophone()}>
          Noch einmal prüfen
        </button>
      )}
    </p>
  )
}
