import type { NewCallbackMade } from '../../../src/callbacks/byClerk/contract.ts'

/** What was promised, to be said to who stands there; shown by the list that one is led back to. */
export function madeSentence({ caseNumber, spelled, promise, joined, toldText }: NewCallbackMade): string {
  const number = `Nummer ${caseNumber}: ${spelled}.`
  if (joined) {
    const when = promise ? `, ${promise}` : ''
    return `Zu dieser Nummer war schon ein Rückruf zugesagt${when}. Dabei bleibt es, und was Sie geschrieben haben, steht dort. ${number}`
  }
  return [`Rückruf zugesagt: ${promise}.`, number, toldText].filter(Boolean).join(' ')
}
