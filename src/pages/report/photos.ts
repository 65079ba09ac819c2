import type { FieldErrors } from '../../platform/ui/ErrorSummary.tsx'
import {
  duringUpload,
  keepLoosePhoto,
  mayTakePhoto,
  MOST_BYTES,
  photoFaults,
  type PhotoRefusal,
  takePhoto,
  type TakenPhoto,
} from '../../reports/index.ts'
import { type Form, readFields } from '../readForm.ts'
import type { Visit } from '../visit.ts'

/** The field of the photos, in every form. */
export const PHOTOS = 'photos'
/** The button that takes one away; its value is the photo's id. */
export const REMOVE = 'foto-entfernen'
const LONGEST_NAME = 80

/** Reads a form that may carry photos, and works it while they are in memory. @throws Problem 503, and as `readFields` */
export const withPhotos = (
  { c, address }: Visit,
  longest: number,
  work: (form: Form) => Promise<Response>,
): Promise<Response> =>
  duringUpload(Number(c.req.header('content-length') ?? 0), address, async () =>
    work(await readFields(c, longest)),
  )

/** Gives each photo of a form to `keep`, one after another. @returns a sentence for those that were not kept */
export async function takePhotos(
  { address, frame }: Visit,
  form: Form,
  keep: (taken: TakenPhoto) => Promise<'kept' | PhotoRefusal>,
): Promise<FieldErrors> {
  const sentences: string[] = []
  for (const file of form.files(PHOTOS)) {
    const kept = await takeOne(file, address, keep)
    if (kept !== 'kept') sentences.push(`${nameOf(file)}: ${photoFaults[frame.lang][kept]}`)
  }
  return sentences.length > 0 ? [[PHOTOS, sentences.join(' ')]] : []
}

async function takeOne(
  file: File,
  address: string,
  keep: (taken: TakenPhoto) => Promise<'kept' | PhotoRefusal>,
): Promise<'kept' | PhotoRefusal> {
  if (file.size > MOST_BYTES) return 'too-large'
  if (!mayTakePhoto(address)) return 'too-many-now'
  const taken = await takePhoto(new Uint8Array(await file.arrayBuffer()))
  return taken.ok ? keep(taken.value) : taken.cause
}

/** Keeps the photos of a form beside its draft. */
export const keepWithDraft = (visit: Visit, form: Form, key: string): Promise<FieldErrors> =>
  takePhotos(visit, form, (taken) => keepLoosePhoto(visit.ctx, key, taken))

const nameOf = ({ name }: File): string => {
  const signs = [...name.replaceAll(/[^\p{L}\p{N}\p{P} ]/gu, '')]
  const short = signs.length > LONGEST_NAME ? `${signs.slice(0, LONGEST_NAME).join('')}…` : signs.join('')
  return `„${short || 'Foto'}“`
}
