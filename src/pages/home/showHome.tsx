import { listCategories } from '../../reports/index.ts'
import { nextAppointment } from '../appointments/nextAppointment.ts'
import { exampleNumber } from '../exampleNumber.ts'
import { nextWindow } from '../nextWindow.ts'
import { render } from '../render.ts'
import type { Visit } from '../visit.ts'
import { HomePage } from './HomePage.tsx'

/** `GET /` */
export async function showHome(visit: Visit): Promise<Response> {
  const categories = await listCategories(visit.ctx.db, visit.ctx.cityId, 'active')
  const facts = {
    calling: await visit.calling(),
    nextWindow: await nextWindow(visit),
    booking: await nextAppointment(visit),
    canReport: categories.length > 0,
    showsReports: categories.some(({ published }) => published),
    exampleNumber: exampleNumber(visit.city),
  }
  return render(visit.c, <HomePage frame={visit.frame} facts={facts} />)
}
