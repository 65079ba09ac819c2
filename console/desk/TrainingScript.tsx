import { useEffect, useState } from 'react'
import { Button, Heading } from '../ui/index.ts'
import { useFunctionKeys } from './useFunctionKeys.ts'

/** What the played caller says, to read or, where the browser can, to hear. */
export function TrainingScript({ lines }: { lines: readonly string[] }) {
  const { possible, speaking, toggle } = useSpeech(lines)
  useFunctionKeys(possible ? { F1: toggle } : {})
  return (
    <section className="script" aria-labelledby="script-title">
      <div className="script__head">
        <Heading level={2} id="script-title">
          Das sagt die anrufende Person
        </Heading>
        {possible && (
          <Button variant="tertiary" hotkey="F1" onClick={toggle}>
            {speaking ? 'Stopp' : 'Vorlesen'}
          </Button>
        )}
      </div>
      <ol className="script__lines">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </section>
  )
}

function useSpeech(lines: readonly string[]) {
  const [speaking, setSpeaking] = useState(false)
  const possible = 'speechSynthesis' in window
  useEffect(() => () => window.speechSynthesis?.cancel(), [])
  const toggle = () => {
    speechSynthesis.cancel()
    if (speaking) return setSpeaking(false)
    const utterances = lines.map((line) => new SpeechSynthesisUtterance(line))
    for (const utterance of utterances) {
      utterance.lang = 'de-DE'
      speechSynthesis.speak(utterance)
    }
    utterances.at(-1)?.addEventListener('end', () => setSpeaking(false))
    setSpeaking(true)
  }
  return { possible, speaking, toggle }
}
