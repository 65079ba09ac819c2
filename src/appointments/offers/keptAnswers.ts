import type { Tagged } from '../../platform/http/taggedJson.ts'

/** An answer as text, and when it is as good as one made now. */
interface Kept {
  readonly answer: Tagged
  /** Of what it was made from. */
  readonly revision: number
  /** Epoch ms: the clock changes nothing between them. */
  readonly from: number
  readonly until: number
}

/** A month is about 10 kB. */
const MOST = 500

/** Answers that many ask for, by the question as it was asked; kept until what they were made from changes. */
export class KeptAnswers {
  readonly #kept = new Map<string, Kept>()

  find(question: string, revision: number, now: number): Tagged | null {
    const kept = this.#kept.get(question)
    if (!kept || kept.revision !== revision || now < kept.from || now >= kept.until) return null
    return kept.answer
  }

  keep(question: string, kept: Kept): void {
    if (this.#kept.size >= MOST) this.#kept.clear()
    this.#kept.set(question, kept)
  }
}
