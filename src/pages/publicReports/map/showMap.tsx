import { cityBounds, districtsOf } from '../../../city/index.ts'
import { allowPictures } from '../../../platform/http/contentPolicy.ts'
import { publicCategories, publicList } from '../../../reports/index.ts'
import { render } from '../../render.ts'
import type { Visit } from '../../visit.ts'
import { askedBy, queryOf, readFilter, withoutWords } from '../readAsked.ts'
import { groupByStreet } from './groupRule.ts'
import { MapPage } from './MapPage.tsx'

/** So many stand in words below the map. */
const IN_WORDS = 100

/** `GET /meldungen/karte` */
export async function showMap({ c, ctx, city, frame, platform, map: tiles }: Visit): Promise<Response> {
  const filter = withoutWords(readFilter((name) => c.req.query(name)))
  const { reports, next } = await publicList(ctx, askedBy(filter, undefined), IN_WORDS)
  const streets = new Set(reports.flatMap(({ street }) => (street === null ? [] : [street])))
  if (tiles) allowPictures(c, new URL(tiles.tilesUrl).origin)
  const page = (
    <MapPage
      frame={{ ...frame, here: { ...frame.here, query: queryOf(filter) } }}
      tiles={tiles}
      bounds={await cityBounds(ctx.db, ctx.cityId)}
      districts={groupByStreet(reports, await districtsOf(ctx.db, ctx.cityId, [...streets]))}
      newest={next === null ? null : IN_WORDS}
      filter={filter}
      categories={await publicCategories(ctx)}
      now={platform.clock.now()}
      timeZone={city.timeZone}
    />
  )
  return render(c, page)
}
