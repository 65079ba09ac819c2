import type { BookedView } from '../../src/desk/contract.ts'

/** What is said about moving and cancelling: with the key of the message, with one to write down, or by calling again. */
export function keySentence({ told, phoneKey }: Pick<BookedView, 'told' | 'phoneKey'>): string {
  if (phoneKey !== null)
    return `Ihr Telefonschlüssel ist ${phoneKey}. Bitte schreiben Sie beides auf: Damit können Sie am Telefon oder auf unserer Internetseite verschieben oder absagen.`
  if (told === null) return 'Wenn Sie verschieben oder absagen möchten, rufen Sie uns bitte an.'
  const way = told === 'sms' ? 'eine SMS' : 'eine E-Mail'
  return `Sie bekommen gleich ${way} mit Ihrem Schlüssel: Damit sehen Sie, was Sie mitbringen, und können verschieben oder absagen.`
}
