import { searchServices, summarise } from '../../catalogue/index.ts'
import { render } from '../render.ts'
import type { Visit } from '../visit.ts'
import { ServiceStepPage } from './ServiceStepPage.tsx'
import { wanted } from './wanted.tsx'

const MOST_RESULTS = 12
const LONGEST_QUERY = 200

/** `GET /rueckruf?q=`: which service it is about. */
export async function showServiceStep(visit: Visit): Promise<Response> {
  const { c, platform, city, frame } = visit
  const want = await wanted(visit)
  if (want instanceof Response) return want
  const query = (c.req.query('q') ?? '').slice(0, LONGEST_QUERY).trim()
  const found = query === '' ? null : await searchServices(platform, city.id, query, MOST_RESULTS)
  const hits = found && found.map((service) => summarise(service, frame.lang))
  return render(c, <ServiceStepPage frame={frame} query={query} hits={hits} />)
}
