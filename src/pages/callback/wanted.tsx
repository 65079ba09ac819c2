import { callbackLine } from '../../callbacks/index.ts'
import { type Service, serviceById } from '../../catalogue/index.ts'
import { diallingOf, type Line } from '../../city/index.ts'
import type { Frame } from '../../platform/ui/frame.ts'
import type { Dialling } from '../../shared/callbackNumber.ts'
import { forServices } from '../calling.ts'
import { render } from '../render.ts'
import type { Visit } from '../visit.ts'
import { contactFaults, reasonFaults } from './details.ts'
import { type Draft, readDraft } from './keep.ts'
import { NowherePage } from './NowherePage.tsx'

/** What every page of a callback needs. */
export interface Wanted {
  /** Keeps the service in the language switch. */
  frame: Frame
  line: Line
  dialling: Dialling
  /** Null: something else. */
  service: Service | null
  /** What the addresses of the pages carry; nothing personal. */
  query: Readonly<Record<string, string>>
  draft: Draft
}

/** Reads where somebody is, or answers that the city makes no callbacks. @param form a form that names the service itself */
export async function wanted(visit: Visit, form?: (name: string) => string): Promise<Wanted | Response> {
  const { c, ctx, city, frame } = visit
  const line = await callbackLine(ctx.db, city.id)
  if (!line) {
    const calling = forServices(await visit.calling())
    return render(c, <NowherePage frame={frame} calling={calling} />, 'general', 200)
  }
  const id = (form ? form('leistung') : (c.req.query('leistung') ?? '')).slice(0, 60)
  const service = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) ? await serviceById(ctx, city.id, id) : null
  const query: Record<string, string> = service ? { leistung: service.id } : {}
  return {
    frame: { ...frame, here: { path: frame.here.path, query } },
    line,
    dialling: await diallingOf(ctx.db, city.id),
    service,
    query,
    draft: readDraft(c),
  }
}

/** The first page whose question is not answered yet; null when all are. */
export function openQuestion({ draft, service, dialling, frame }: Wanted): string | null {
  if (reasonFaults(draft.reason, service !== null, frame.lang).length > 0) return '/rueckruf/anliegen'
  if (contactFaults(draft, dialling, frame.lang).length > 0) return '/rueckruf/nummer'
  return draft.start === null || draft.end === null ? '/rueckruf/zeit' : null
}
