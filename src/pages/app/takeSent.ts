import { invalid } from '../../platform/problems.ts'
import { draftIn, LONGEST_FIELD } from '../report/draft.ts'
import { fileReport } from '../report/fileReport.ts'
import { keepDone } from '../report/keep.ts'
import { keepWithDraft, withPhotos } from '../report/photos.ts'
import { categoryOf } from '../report/showReporting.tsx'
import type { Visit } from '../visit.ts'

/**
 * `POST /melden/:id/einreichen`: a whole report in one request, as a device sends that has kept it. It goes the way of the last button
 * of the pages; sent again with its key, it is answered as before. With `?fertig=1` this browser comes to `/melden/fertig` next.
 * @throws Problem 422 with a sentence for each field of the form
 */
export const takeSent = (visit: Visit): Promise<Response> =>
  withPhotos(visit, LONGEST_FIELD, async (form) => {
    const { c, tls } = visit
    const category = await categoryOf(visit)
    const draft = draftIn(form, category)
    const photoErrors = await keepWithDraft(visit, form, draft.key)
    if (photoErrors.length > 0) throw invalid(Object.fromEntries(photoErrors))
    const filed = await fileReport(visit, category, draft)
    if (!filed.ok) throw invalid(Object.fromEntries(filed.errors))
    if (c.req.query('fertig') === '1') keepDone(c, tls, filed.done)
    const { number, secret } = filed.done
    // The words are in it.
    c.header('Cache-Control', 'no-store')
    return c.json({ number, secret }, 201)
  })
