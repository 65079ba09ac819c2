import { visitOf } from '../../catalogue/index.ts'
import { forServices } from '../calling.ts'
import { render } from '../render.ts'
import type { Visit } from '../visit.ts'
import { bookingOf } from './booking.ts'
import { DocumentsPage } from './DocumentsPage.tsx'
import { renderServices } from './showServicesStep.tsx'

/** `GET /termin/unterlagen`: what to bring. */
export async function showDocumentsStep(visit: Visit): Promise<Response> {
  const booking = await bookingOf(visit)
  if (booking.chosen.length === 0) return renderServices(visit, booking, true)
  const maybeNot = booking.chosen.some(({ service }) => visitOf(service) !== 'required')
  const calling = maybeNot ? forServices(await visit.calling()) : null
  return render(visit.c, <DocumentsPage booking={booking} calling={calling} />)
}
