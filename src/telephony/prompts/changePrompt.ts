import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import { invalid, notFound } from '../../platform/problems.ts'
import { root } from '../../root.ts'
import type { PromptView } from './contract.ts'
import { emitPrompt } from './events.ts'
import { deletePrompt, ownPrompts, ownSound, savePrompt } from './promptStore.ts'
import { isReplaceable, type Prompt, promptOf, PROMPTS, soundFileOf } from './registry.ts'
import { durationOf, readWave } from './wave.ts'

const LONGEST_MS = 60_000
const KEY_BYTES = 24

/** Every announcement in both languages, and which of them the city has recorded itself. */
export async function listPrompts(ctx: StaffContext): Promise<{ prompts: PromptView[] }> {
  requireRole(ctx, 'admin')
  const own = await ownPrompts(ctx.db, ctx.cityId)
  const prompts = PROMPTS.filter(isReplaceable).map((prompt) => {
    const recording = own.find(({ name, lang }) => name === prompt.name && lang === prompt.lang)
    const { durationMs = 0, uploadedAt } = recording ?? {}
    return { ...prompt, own: uploadedAt ? { durationMs, uploadedAt: uploadedAt.toISOString() } : null }
  })
  return { prompts }
}

/** The announcement as callers hear it: the city's own recording, else the built-in one. @throws Problem 404 */
export async function hearPrompt(ctx: StaffContext, given: { lang: string; name: string }): Promise<Buffer> {
  requireRole(ctx, 'admin')
  const prompt = knownPrompt(given)
  return (await ownSound(ctx.db, ctx.cityId, prompt)) ?? builtIn(prompt)
}

/** Stores the city's own recording. Nothing is converted. @throws Problem 404, 422 with a sentence at `file` */
export async function uploadPrompt(
  ctx: StaffContext,
  given: { lang: string; name: string },
  audio: Buffer,
): Promise<void> {
  requireRole(ctx, 'admin')
  const { lang, name } = knownPrompt(given)
  const wave = readWave(audio)
  if (!wave.ok) throw invalid({ file: wave.message })
  const durationMs = durationOf(wave.value)
  if (durationMs > LONGEST_MS)
    throw invalid({ file: 'Diese Aufnahme ist länger als eine Minute. Bitte kürzen.' })
  await inTransaction(ctx, async (tx) => {
    await savePrompt(tx, {
      city_id: ctx.cityId,
      lang,
      name,
      // A new address with each upload: the telephone system keeps what it has fetched.
      key: randomBytes(KEY_BYTES).toString('base64url'),
      audio,
      duration_ms: Math.max(1, durationMs),
      uploaded_at: ctx.clock.now(),
      uploaded_by: ctx.actor.accountId,
    })
    await emitPrompt(tx, ctx, 'prompt.changed', { id: `${lang}/${name}` }, { what: 'uploaded' })
  })
}

/** The built-in announcement is played again. Harmless when it was already. @throws Problem 404 */
export async function resetPrompt(ctx: StaffContext, given: { lang: string; name: string }): Promise<void> {
  requireRole(ctx, 'admin')
  const prompt = knownPrompt(given)
  await inTransaction(ctx, async (tx) => {
    if (!(await deletePrompt(tx, ctx.cityId, prompt))) return
    await emitPrompt(tx, ctx, 'prompt.changed', { id: `${prompt.lang}/${prompt.name}` }, { what: 'reset' })
  })
}

function knownPrompt({ lang, name }: { lang: string; name: string }): Prompt {
  const found = lang === 'de' || lang === 'en' ? promptOf(name, lang) : undefined
  if (!found || !isReplaceable(found)) throw notFound('Diese Ansage')
  return found
}

/** As it lies beside the configuration of the telephone system. */
const builtIn = ({ name, lang }: Prompt): Promise<Buffer> =>
  readFile(join(root, 'deploy/asterisk/sounds', `${soundFileOf(name, lang)}.wav`))
