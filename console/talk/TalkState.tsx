import { useEffect } from 'react'
import type { DeskTalk } from '../../src/desk/contract.ts'
import { announce } from '../platform/announce.ts'
import { Notice, StatusWord } from '../ui/index.ts'

/** One sentence: who hears whom now. Nothing while two people simply talk. */
export function TalkState({ talk }: { talk: DeskTalk }) {
  const sentence = sentenceOf(talk)
  const { news } = talk
  useEffect(() => {
    if (sentence || news) announce([news, sentence].filter(Boolean).join(' '))
  }, [sentence, news])
  if (!sentence && !news) return null
  return (
    <div className="talk-state">
      {news && <Notice tone="warning">{news}</Notice>}
      {sentence && (
        <p>
          <StatusWord tone={talk.stage === 'conference' ? 'good' : 'warn'}>{sentence}</StatusWord>
        </p>
      )}
    </div>
  )
}

function sentenceOf({ stage, passOn, guestName }: DeskTalk): string | null {
  const name = guestName ?? 'Das Ziel'
  switch (stage) {
    case 'together':
      return null
    case 'held':
      return 'Gehalten: Die anrufende Person hört Musik.'
    case 'asking':
      return passOn
        ? `Wird verbunden: Es klingelt bei ${name}. Nimmt niemand ab, haben Sie das Gespräch wieder.`
        : `Rückfrage: Es klingelt bei ${name}. Die anrufende Person hört Musik.`
    case 'consulting':
      return `Rückfrage: Sie sprechen mit ${name}. Die anrufende Person hört Musik.`
    case 'conference':
      return `Zu dritt: ${name}, die anrufende Person und Sie.`
  }
}
