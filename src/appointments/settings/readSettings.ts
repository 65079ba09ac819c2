import { servicesOf, visitOf } from '../../catalogue/index.ts'
import { requireRole, type StaffContext } from '../../platform/context.ts'
import { CITY_STAFF } from '../../platform/http/route.ts'
import type { SettingsView } from '../contract.ts'
import * as store from './settingsStore.ts'

/** Everything that is set about appointments. Nothing in it is about a citizen. @throws Problem 403 */
export async function readSettings(ctx: StaffContext): Promise<SettingsView> {
  requireRole(ctx, ...CITY_STAFF)
  const offices = await store.listOffices(ctx.db, ctx.cityId)
  const services = await store.listServiceSettings(ctx.db, ctx.cityId)
  const catalogue = await servicesOf(ctx, ctx.cityId)
  return {
    offices: offices.map(({ version: _version, shifts, exceptions, devices, ...office }) => ({
      ...office,
      devices: [...devices],
      shifts: shifts.map(({ officeId: _office, skills, breaks, pattern, ...shift }) => ({
        ...shift,
        skills: skills && [...skills],
        breaks: [...breaks],
        pattern: pattern.kind === 'weekly' ? { ...pattern, weekdays: [...pattern.weekdays] } : pattern,
      })),
      exceptions: [...exceptions],
    })),
    services: services.map(({ devices, ...service }) => ({ ...service, devices: [...devices] })),
    catalogue: catalogue
      .map((service) => ({
        id: service.id,
        name: service.name,
        department: service.department,
        minutes: service.minutes,
        needsVisit: visitOf(service),
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'de')),
  }
}
