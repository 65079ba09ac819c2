import { isBookable } from '../appointments/isBookable.ts'
import { serviceById } from '../../catalogue/index.ts'
import { notFound } from '../../platform/problems.ts'
import { nextWindow } from '../nextWindow.ts'
import { forServices } from '../calling.ts'
import { render } from '../render.ts'
import type { Visit } from '../visit.ts'
import { ServicePage } from './ServicePage.tsx'

/** `GET /leistungen/:id`. @throws Problem 404 for a service that the city does not offer */
export async function showService(visit: Visit): Promise<Response> {
  const { c, frame, platform, city } = visit
  const service = await serviceById(platform, city.id, c.req.param('id') ?? '')
  if (!service) throw notFound('Diese Leistung')
  return render(
    c,
    <ServicePage
      frame={frame}
      service={service}
      calling={forServices(await visit.calling())}
      nextWindow={await nextWindow(visit)}
      canBook={await isBookable(visit, service.id)}
    />,
  )
}
