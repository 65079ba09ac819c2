import { exampleNumber } from '../exampleNumber.ts'
import { render } from '../render.ts'
import type { Visit } from '../visit.ts'
import { StatusFormPage } from './StatusFormPage.tsx'

/** `GET /anliegen`: the empty form. */
export async function showStatusForm({ c, frame, city }: Visit): Promise<Response> {
  const typed = { number: '', digits: '' }
  return render(
    c,
    <StatusFormPage frame={frame} exampleNumber={exampleNumber(city)} typed={typed} errors={[]} />,
  )
}
