import { publicStatus } from '../../cases/index.ts'
import { Problem } from '../../platform/problems.ts'
import type { FieldErrors } from '../../platform/ui/ErrorSummary.tsx'
import { exampleNumber } from '../exampleNumber.ts'
import { render } from '../render.ts'
import type { Visit } from '../visit.ts'
import { openControl, renderStatus } from './own/showOwn.tsx'
import { readTyped, type Typed } from './readTyped.ts'
import { StatusFormPage } from './StatusFormPage.tsx'
import { TooManyTriesPage } from './TooManyTriesPage.tsx'

/** `POST /anliegen`: the state of one request, or the form again with what was typed. */
export async function showStatus(visit: Visit): Promise<Response> {
  const typed = await readTyped(visit.c)
  // The start page asks only for the number: the second question comes here, and nothing is wrong yet.
  if (typed.digits === null && typed.number.trim() !== '') return showForm(visit, typed, [], 200)
  try {
    return await showResult(visit, typed)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    switch (error.status) {
      case 422:
        return showForm(visit, typed, inFormOrder(error.fields), 422)
      case 404:
        return showForm(visit, typed, [['number', error.message]], 404)
      case 429:
        return showTooManyTries(visit, error.message)
      default:
        throw error
    }
  }
}

async function showResult(visit: Visit, { number, digits }: Typed): Promise<Response> {
  const { ctx, frame, address } = visit
  const question = { number, digits: digits ?? '', address, language: frame.lang }
  const status = await publicStatus(ctx, question)
  return renderStatus(visit, status, { state: await openControl(visit, status), notice: null })
}

function showForm(
  { c, frame, city }: Visit,
  { number, digits }: Typed,
  errors: FieldErrors,
  status: 200 | 404 | 422,
): Response | Promise<Response> {
  const typed = { number, digits: digits ?? '' }
  const page = (
    <StatusFormPage frame={frame} exampleNumber={exampleNumber(city)} typed={typed} errors={errors} />
  )
  return render(c, page, 'personal', status)
}

async function showTooManyTries(visit: Visit, message: string): Promise<Response> {
  const calling = await visit.calling()
  const page = <TooManyTriesPage frame={visit.frame} message={message} calling={calling} />
  return render(visit.c, page, 'personal', 429)
}

function inFormOrder(fields: Readonly<Record<string, string>>): FieldErrors {
  return ['number', 'digits'].flatMap((field) => {
    const message = fields[field]
    return message ? [[field, message] as const] : []
  })
}
