import type { DeskCategory, IntakeDraft } from '../../src/desk/contract.ts'

/** Each typed word is the beginning of a word of the name or the description; nothing typed shows all. */
export function categoriesFor(categories: readonly DeskCategory[], typed: string): readonly DeskCategory[] {
  const asked = wordsOf(typed)
  return categories.filter(({ name, description }) => {
    const words = wordsOf(`${name} ${description}`)
    return asked.every((ask) => words.some((word) => word.startsWith(ask)))
  })
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** What was taken down, as sentences to read to the caller before it is saved. */
export function readBackOf(
  { report, reason }: Pick<IntakeDraft, 'report' | 'reason'>,
  { name, place, questions }: DeskCategory,
): string {
  const answers = questions.flatMap(({ id, label, options }) => {
    const given = [report?.answers[id] ?? []].flat().filter((value) => value.trim() !== '')
    const said = given.map((value) => options.find((option) => option.id === value)?.name ?? value)
    return said.length === 0 ? [] : [`${label.replace(/[?:]$/, '')}: ${said.join(', ')}`]
  })
  const where = place === 'none' ? '' : whereOf(report)
  const parts = [name, ...(where ? [where] : []), ...answers, reason.trim()]
  return `Ich habe aufgenommen: ${parts.filter(Boolean).map(asSentence).join(' ')} Stimmt das so?`
}

function whereOf(report: IntakeDraft['report']): string {
  const place = report?.place.trim() ?? ''
  if (!report?.isPrivate) return place && `Ort: ${place}`
  return place ? `Ort: ${place}, auf privatem Grund` : 'Auf privatem Grund'
}

const asSentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)
