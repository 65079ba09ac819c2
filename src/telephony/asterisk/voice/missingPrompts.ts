import { PROMPTS, soundFileOf, TONE } from '../../prompts/registry.ts'
import type { Ari } from '../ari/client.ts'

/** Names of built-in announcements that this Asterisk does not have. */
export async function missingPrompts(ari: Pick<Ari, 'request'>): Promise<string[]> {
  const there = new Set((await ari.request('GET /sounds')).map(({ id }) => id))
  const wanted = [...PROMPTS.map(({ name, lang }) => soundFileOf(name, lang)), soundFileOf(TONE, 'de')]
  return wanted.filter((file) => !there.has(file))
}
