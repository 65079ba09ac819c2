import { solveWork } from '../../../platform/ui/solveWork.ts'
import { type Entry, type Outcome, outcomeOf } from '../deviceRule.ts'

/** Photos over a slow net take their time; then the report waits for a better one. */
const PATIENCE_MS = 120_000
/** Of proofs for one sending: a ticket may run out while an old device computes. */
const MOST_PROOFS = 3

type Body = Readonly<Record<string, unknown>>

interface HowToSend {
  /** Whether its photos go along; without them the city takes those that it got with the form. */
  photos: boolean
  /** Whether the page that says so comes next: the city then gives this browser what that page shows. */
  shown: boolean
}

/** Sends a report in one request. No answer and no net are the same: nobody knows whether it came through, and it is sent again. */
export async function send(entry: Entry, how: HowToSend): Promise<Outcome> {
  let proof: string | null = null
  for (let round = 0; round <= MOST_PROOFS; round++) {
    const answer = await post(entry, how, proof)
    if (!answer) return { is: 'later', afterSeconds: 0 }
    const body = await bodyOf(answer)
    const asked = answer.status === 429 ? body?.['proof'] : undefined
    if (!isObject(asked))
      return outcomeOf(answer.status, body, Number(answer.headers.get('retry-after') ?? 0))
    proof = await prove(asked)
  }
  return { is: 'later', afterSeconds: 0 }
}

async function post(
  entry: Entry,
  { photos, shown }: HowToSend,
  proof: string | null,
): Promise<Response | null> {
  const search = new URLSearchParams(entry.search)
  if (shown) search.set('fertig', '1')
  const address = `/melden/${encodeURIComponent(entry.category.id)}/einreichen?${search.toString()}`
  const form = new FormData()
  for (const [name, value] of entry.fields) form.append(name, value)
  if (photos) entry.photos.forEach((photo, n) => form.append('photos', photo, nameOf(photo, n)))
  const headers = proof === null ? {} : { proof }
  try {
    return await fetch(address, {
      method: 'POST',
      body: form,
      headers,
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
  } catch (error) {
    if (error instanceof TypeError || error instanceof DOMException) return null
    throw error
  }
}

const nameOf = (photo: Blob, index: number): string =>
  photo instanceof File ? photo.name : `foto-${index + 1}.jpg`

async function bodyOf(answer: Response): Promise<Body | null> {
  try {
    const body: unknown = await answer.json()
    return isObject(body) ? body : null
  } catch (error) {
    // The page of a proxy, or an answer that broke off.
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof DOMException)
      return null
    throw error
  }
}

const isObject = (value: unknown): value is Body => typeof value === 'object' && value !== null

/** While programs attack, the city asks every sender for a little work (src/platform/http/proof.ts). */
async function prove(asked: Body): Promise<string> {
  const { ticket, seed, parts, bits, waitSeconds } = asked
  const end = performance.now() + Number(waitSeconds) * 1000 + 500
  const found = await solveWork(String(seed), { parts: Number(parts), bits: Number(bits) }, end)
  return found ? `${String(ticket)}:${found.join('-')}` : String(ticket)
}
