import { connectedChannels, reachOf } from '../../messages/index.ts'
import type { FieldErrors } from '../../platform/ui/ErrorSummary.tsx'
import { type Category, openReport } from '../../reports/index.ts'
import type { Visit } from '../visit.ts'
import { checkDraft } from './draft.ts'
import type { Done, Draft } from './keep.ts'

export type Filed = { ok: true; done: Done } | { ok: false; errors: FieldErrors }

/** Opens the report that a draft describes, once for its key; or says what is wrong with it. */
export async function fileReport({ ctx, frame }: Visit, category: Category, draft: Draft): Promise<Filed> {
  const checked = await checkDraft(ctx, category, draft, frame.lang)
  if (!checked.ok) return checked
  const { contact, told } = checked
  const { number, secret, dueAt } = await openReport(ctx, {
    ...told,
    contact,
    categoryId: category.id,
    channel: 'web',
    lang: frame.lang,
    idempotencyKey: draft.key,
    photosOf: draft.key,
  })
  const reached = reachOf(contact, connectedChannels(ctx)) !== null
  return { ok: true, done: { number, secret, dueAt: dueAt.getTime(), told: reached } }
}
