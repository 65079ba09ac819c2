import { z } from 'zod'
import { cityBounds } from '../../city/index.ts'
import { allowPictures, allowPosition } from '../../platform/http/contentPolicy.ts'
import { Problem } from '../../platform/problems.ts'
import type { FieldErrors } from '../../platform/ui/ErrorSummary.tsx'
import { linkTo } from '../../platform/ui/frame.ts'
import {
  type Category,
  findCategory,
  listCategories,
  loosePhotosOf,
  removeLoosePhoto,
} from '../../reports/index.ts'
import { spokenDay } from '../../shared/spokenMoment.ts'
import { readFields } from '../readForm.ts'
import { render } from '../render.ts'
import type { Visit } from '../visit.ts'
import { CategoriesPage } from './CategoriesPage.tsx'
import { CheckPage } from './CheckPage.tsx'
import { DonePage, NoDonePage } from './DonePage.tsx'
import { checkDraft, draftIn, emptyDraft, LONGEST_FIELD } from './draft.ts'
import { fileReport } from './fileReport.ts'
import { FormPage } from './FormPage.tsx'
import type { DraftPlace } from './place/placeOfDraft.ts'
import { type Draft, keepDone, keepDraft, readDone, readDraft } from './keep.ts'
import { keepWithDraft, REMOVE, withPhotos } from './photos.ts'

/** `GET /melden` */
export async function showCategories(visit: Visit): Promise<Response> {
  const { c, ctx, frame } = visit
  const categories = await listCategories(ctx.db, ctx.cityId, 'active')
  const calling = await visit.calling()
  return render(c, <CategoriesPage frame={frame} categories={categories} calling={calling} />)
}

/** `GET /melden/:id`: empty, or as this browser left it. */
export async function showForm(visit: Visit): Promise<Response> {
  const category = await categoryOf(visit)
  return renderForm(visit, category, readDraft(visit.c, category.id) ?? emptyDraft(category.id), [])
}

/** `POST /melden/:id`: on to the check page, or to the form again with what was typed. */
export const takeForm = (visit: Visit): Promise<Response> =>
  withPhotos(visit, LONGEST_FIELD, async (form) => {
    const { c, ctx, frame, tls } = visit
    const category = await categoryOf(visit)
    const draft = draftIn(form, category)
    const isKept = keepDraft(c, tls, draft)
    const photoErrors = await keepWithDraft(visit, form, draft.key)
    const away = form.one(REMOVE)
    if (z.uuid().safeParse(away).success) await removeLoosePhoto(ctx, draft.key, away)
    const path = `/melden/${category.id}`
    const changes = form.one('aendern') !== '' || (away !== '' && form.one('pruefen') === '')
    if (changes && photoErrors.length === 0)
      return isKept ? c.redirect(linkTo(frame, path), 303) : renderForm(visit, category, draft, [])
    const checked = await checkDraft(ctx, category, draft, frame.lang)
    if (!checked.ok) return renderForm(visit, category, draft, [...photoErrors, ...checked.errors])
    if (photoErrors.length > 0) return renderForm(visit, category, draft, photoErrors)
    return isKept
      ? c.redirect(linkTo(frame, `${path}/pruefen`), 303)
      : renderCheck(visit, category, draft, checked.where)
  })

/** `GET /melden/:id/pruefen`: everything once more. */
export async function showCheck(visit: Visit): Promise<Response> {
  const { c, ctx, frame } = visit
  const category = await categoryOf(visit)
  const draft = readDraft(c, category.id)
  if (!draft) return c.redirect(linkTo(frame, `/melden/${category.id}`), 303)
  const checked = await checkDraft(ctx, category, draft, frame.lang)
  return checked.ok
    ? renderCheck(visit, category, draft, checked.where)
    : renderForm(visit, category, draft, checked.errors)
}

/** `POST /melden/:id/senden`: what the check page showed. */
export async function takeReport(visit: Visit): Promise<Response> {
  const { c, frame, tls } = visit
  const form = await readFields(c, LONGEST_FIELD)
  const category = await categoryOf(visit)
  const draft = draftIn(form, category)
  const filed = await fileReport(visit, category, draft)
  if (!filed.ok) return renderForm(visit, category, draft, filed.errors)
  keepDone(c, tls, filed.done)
  return c.redirect(linkTo(frame, '/melden/fertig'), 303)
}

/** `GET /melden/fertig` */
export async function showDone({ c, city, frame, platform }: Visit): Promise<Response> {
  const done = readDone(c)
  if (!done) return render(c, <NoDonePage frame={frame} />, 'personal', 404)
  const { number, secret, dueAt, told } = done
  const lang = frame.lang === 'en' ? 'en' : 'de'
  const due = spokenDay(dueAt, platform.clock.now(), city.timeZone, lang)
  const page = <DonePage frame={frame} number={number} secret={secret} due={due} told={told} />
  return render(c, page, 'personal')
}

export async function categoryOf({ c, ctx }: Visit): Promise<Category> {
  const category = await findCategory(ctx.db, ctx.cityId, c.req.param('id') ?? '')
  if (!category?.active) throw new Problem(404, 'not-found', 'Das kann hier nicht gemeldet werden.')
  return category
}

async function renderForm(
  { c, ctx, frame, map: tiles }: Visit,
  category: Category,
  draft: Draft,
  errors: FieldErrors,
): Promise<Response> {
  const photos = await loosePhotosOf(ctx, draft.key)
  const map = tiles && { ...tiles, bounds: await cityBounds(ctx.db, ctx.cityId) }
  allowPosition(c)
  if (map) allowPictures(c, new URL(map.tilesUrl).origin)
  const page = (
    <FormPage frame={frame} category={category} draft={draft} photos={photos} errors={errors} map={map} />
  )
  return render(c, page, 'personal', errors.length > 0 ? 422 : 200)
}

async function renderCheck(
  { c, ctx, frame }: Visit,
  category: Category,
  draft: Draft,
  where: DraftPlace,
): Promise<Response> {
  const photos = await loosePhotosOf(ctx, draft.key)
  const page = <CheckPage frame={frame} category={category} draft={draft} photos={photos} where={where} />
  return render(c, page, 'personal')
}
