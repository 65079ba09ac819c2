import { exampleNumber } from '../exampleNumber.ts'
import { render } from '../render.ts'
import type { Visit } from '../visit.ts'
import { StatusFormPage } from './StatusFormPage.tsx'

/** `GET /anliegen`: the empty form; with a notice for whoever comes by a way that is closed. */
export async function showStatusForm(
  { c, frame, city }: Visit,
  { notice, status }: { notice: string | null; status: 200 | 404 } = { notice: null, status: 200 },
): Promise<Response> {
  const typed = { number: '', digits: '' }
  const page = (
    <StatusFormPage
      frame={frame}
      exampleNumber={exampleNumber(city)}
      typed={typed}
      errors={[]}
      notice={notice}
    />
  )
  return render(c, page, 'general', status)
}
