import { render } from '../render.ts'
import type { Visit } from '../visit.ts'
import { PrivacyPage } from './PrivacyPage.tsx'

/** `GET /datenschutz` */
export async function showPrivacy(visit: Visit): Promise<Response> {
  const calling = await visit.calling()
  return render(visit.c, <PrivacyPage frame={visit.frame} owner={visit.city.title} calling={calling} />)
}
