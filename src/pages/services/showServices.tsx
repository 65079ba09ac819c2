import { searchServices, servicesOf, summarise } from '../../catalogue/index.ts'
import { forServices } from '../calling.ts'
import { render } from '../render.ts'
import type { Visit } from '../visit.ts'
import { AllServicesPage } from './AllServicesPage.tsx'
import { SearchPage } from './SearchPage.tsx'

const MOST_RESULTS = 20
const LONGEST_QUERY = 200

/** `GET /leistungen?q=`: results, best first; without words the whole catalogue. */
export async function showServices(visit: Visit): Promise<Response> {
  const { c, frame, platform, city } = visit
  const query = (c.req.query('q') ?? '').slice(0, LONGEST_QUERY).trim()
  if (query === '') {
    return render(c, <AllServicesPage frame={frame} services={await servicesOf(platform, city.id)} />)
  }
  const found = await searchServices(platform, city.id, query, MOST_RESULTS)
  const hits = found.map((service) => summarise(service, frame.lang))
  const calling = forServices(await visit.calling())
  return render(c, <SearchPage frame={frame} query={query} hits={hits} calling={calling} />)
}
