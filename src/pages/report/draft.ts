import { diallingOf } from '../../city/index.ts'
import type { Context } from '../../platform/context.ts'
import type { FieldErrors } from '../../platform/ui/ErrorSummary.tsx'
import type { PageLanguage } from '../../platform/ui/language.ts'
import {
  type Category,
  checkReport,
  LONGEST_DESCRIPTION,
  type ReportRequest,
  type Told,
} from '../../reports/index.ts'
import { callbackNumber } from '../../shared/callbackNumber.ts'
import { cleanLine } from '../../shared/cleanText.ts'
import { emailAddress } from '../../shared/emailAddress.ts'
import type { PhoneNumber } from '../../shared/phoneNumber.ts'
import type { Form } from '../readForm.ts'
import { type Draft, newKey } from './keep.ts'
import { type DraftPlace, placeOfDraft } from './place/placeOfDraft.ts'
import { reportTexts } from './texts.ts'

/** A little more than the longest field takes, so that too much is told and not lost. */
export const LONGEST_FIELD = LONGEST_DESCRIPTION + 500
const LONGEST_NAME = 120

export const emptyDraft = (categoryId: string): Draft => ({
  categoryId,
  key: newKey(),
  description: '',
  place: '',
  position: '',
  isPrivate: false,
  meant: '',
  answers: {},
  name: '',
  email: '',
  phone: '',
})

/** The name of a question's field. */
export const fieldOf = (questionId: string): string => `frage-${questionId}`

export function draftIn(form: Form, category: Category): Draft {
  return {
    categoryId: category.id,
    key: form.one('key').slice(0, 60) || newKey(),
    description: form.one('description'),
    place: form.one('place').slice(0, 500),
    position: form.one('position').slice(0, 60),
    isPrivate: form.one('privat') !== '',
    meant: form.one('gemeint').slice(0, 300),
    answers: Object.fromEntries(
      category.questions.map(({ id }) => [id, form.all(fieldOf(id)).map((value) => value.slice(0, 500))]),
    ),
    name: form.one('name').slice(0, 200),
    email: form.one('email').slice(0, 300),
    phone: form.one('phone').slice(0, 60),
  }
}

/** Every field of a draft as a form sends it, but what the check page asks. */
export const fieldsOf = (draft: Draft): [name: string, value: string][] => [
  ['key', draft.key],
  ['description', draft.description],
  ['place', draft.place],
  ['position', draft.position],
  ...(draft.isPrivate ? [['privat', 'ja'] as [string, string]] : []),
  ...Object.entries(draft.answers).flatMap(([id, values]) =>
    values.map((value): [string, string] => [fieldOf(id), value]),
  ),
  ['name', draft.name],
  ['email', draft.email],
  ['phone', draft.phone],
]

export type CheckedDraft =
  | {
      ok: true
      told: Told & Pick<ReportRequest, 'at' | 'isPrivate' | 'locateBy'>
      where: DraftPlace
      contact: { name: string | null; email: string | null; phone: PhoneNumber | null }
    }
  | { ok: false; errors: FieldErrors }

/** What is wrong, in the order of the form. */
export async function checkDraft(
  ctx: Context,
  category: Category,
  draft: Draft,
  lang: PageLanguage,
): Promise<CheckedDraft> {
  const texts = reportTexts[lang].errors
  const where = await placeOfDraft(ctx, category, draft, lang)
  const told = { ...draft, place: where.place }
  const checked = checkReport(category, told)
  const faults = checked.ok ? {} : checked.fields
  const email = cleanLine(draft.email)
  const name = cleanLine(draft.name)
  const phone =
    draft.phone.trim() === ''
      ? null
      : callbackNumber(draft.phone, await diallingOf(ctx.db, ctx.cityId), lang === 'en' ? 'en' : 'de')
  const errors: [string, string | null | undefined][] = [
    ['description', faults['description'] && texts.of(faults['description'], 'description')],
    ['place', where.error ?? (faults['place'] && texts.of(faults['place'], 'place'))],
    ...category.questions.map(({ id }): [string, string | undefined] => {
      const fault = faults[`answers.${id}`]
      return [fieldOf(id), fault && texts.of(fault, 'question')]
    }),
    ['name', name.length > LONGEST_NAME ? texts.nameLong : null],
    ['email', email === '' || emailAddress.safeParse(email).success ? null : texts.email],
    ['phone', phone && !phone.ok ? phone.message : null],
  ]
  const found = errors.flatMap(([field, sentence]) => (sentence ? [[field, sentence] as const] : []))
  if (found.length > 0 || !checked.ok || (phone && !phone.ok)) return { ok: false, errors: found }
  return {
    ok: true,
    told: { ...told, at: where.at, isPrivate: draft.isPrivate, ...locating(where) },
    where,
    contact: { name: name || null, email: email || null, phone: phone?.value ?? null },
  }
}

const locating = ({ locateBy }: DraftPlace): Pick<ReportRequest, 'locateBy'> =>
  locateBy === undefined ? {} : { locateBy }
