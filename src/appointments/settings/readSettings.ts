import { requireRole, type StaffContext } from '../../platform/context.ts'
import type { SettingsView } from '../contract.ts'
import * as store from './settingsStore.ts'

/** Everything an administrator sets about appointments. @throws Problem 403 */
export async function readSettings(ctx: StaffContext): Promise<SettingsView> {
  requireRole(ctx, 'admin')
  const offices = await store.listOffices(ctx.db, ctx.cityId)
  const services = await store.listServiceSettings(ctx.db, ctx.cityId)
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
  }
}
