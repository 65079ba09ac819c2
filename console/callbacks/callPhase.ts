import type { z } from 'zod'
import type { attemptView } from '../../src/callbacks/contract.ts'
import type { StatusTone } from '../ui/index.ts'

export type Attempt = z.infer<typeof attemptView>

/** What happens on the line now. `since` lets a clock run beside the words; null where nothing runs. */
export interface CallPhase {
  tone: StatusTone
  text: string
  since: string | null
  over: boolean
}

/** The latest moment of an attempt that is known decides. */
export function callPhase({ via, startedAt, rangAt, answeredAt, hungUpAt, result }: Attempt): CallPhase {
  if (result === 'failed') return ended('bad', 'Der Anruf kam nicht zustande')
  if (result === 'called-back-meanwhile') return ended('off', 'Die Person rief gerade selbst an')
  if (hungUpAt)
    return answeredAt ? ended('off', 'Das Gespräch ist beendet') : ended('off', endedUnheard(result))
  if (via === 'tel')
    return { tone: 'busy', text: 'Gewählt am eigenen Telefon', since: startedAt, over: false }
  if (answeredAt) return { tone: 'good', text: 'Im Gespräch', since: answeredAt, over: false }
  if (rangAt) return { tone: 'busy', text: 'Es klingelt bei der Person', since: rangAt, over: false }
  const text = via === 'training' ? 'Übung: es wird gewählt' : 'Ihr Telefon klingelt zuerst'
  return { tone: 'busy', text, since: startedAt, over: false }
}

const ended = (tone: StatusTone, text: string): CallPhase => ({ tone, text, since: null, over: true })

function endedUnheard(result: Attempt['result']): string {
  if (result === 'busy') return 'Es war besetzt'
  if (result === 'voicemail') return 'Ein Anrufbeantworter ging an'
  return 'Niemand hat abgehoben'
}
