import { parse } from '../../platform/http/mount.ts'
import { rawRoute, type Route, staffRoute } from '../../platform/http/route.ts'
import { notSignedIn } from '../../platform/problems.ts'
import { callbackFiguresCsv } from './callbackFiguresCsv.ts'
import { periodInput } from './contract.ts'
import { readCallbackFigures } from './readCallbackFigures.ts'

const LEADS = ['lead', 'admin'] as const

/** Figures of callbacks of a period, for the page and for a spreadsheet. */
export const callbackFiguresRoutes: readonly Route[] = [
  staffRoute({
    method: 'get',
    path: '/api/v1/figures/callbacks',
    roles: LEADS,
    input: periodInput,
    run: (ctx, input) => readCallbackFigures(ctx, input),
  }),
  rawRoute({
    method: 'get',
    path: '/api/v1/figures/callbacks.csv',
    roles: LEADS,
    async respond(c, { staff }) {
      if (!staff) throw notSignedIn()
      const figures = await readCallbackFigures(staff, parse(periodInput, c.req.query()))
      const name = `rueckrufe-${figures.from}-${figures.to}.csv`
      return c.body(callbackFiguresCsv(figures), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'no-store',
      })
    },
  }),
]
