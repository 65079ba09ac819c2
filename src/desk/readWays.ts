import type { z } from 'zod'
import { areasOf, guide, SHOWS_QUESTION, servicesOf, wayOf, waySentences } from '../catalogue/index.ts'
import { teamsOf } from '../city/index.ts'
import { requireRole, type StaffContext } from '../platform/context.ts'
import type { deskWays } from './contract.ts'
import { DESK_ROLES } from './roles.ts'

/** The three questions of the page "Welcher Weg ist richtig für mich?" for whoever has the caller on the telephone. */
export async function readWays(ctx: StaffContext): Promise<z.infer<typeof deskWays>> {
  requireRole(ctx, ...DESK_ROLES)
  const teams = await teamsOf(ctx.db, ctx.cityId)
  const reportDepartments = teams.filter(({ kind }) => kind === 'reports').map(({ name }) => name)
  const services = await servicesOf(ctx, ctx.cityId)
  return {
    question: SHOWS_QUESTION,
    sentences: waySentences,
    areas: areasOf(services).map(({ name, services: ofArea }) => ({
      name,
      services: ofArea.map((service) => {
        const after = (shows: boolean) => {
          const way = wayOf(service, { shows, reportDepartments })
          if (way === 'ask') throw new Error(`no way for ${service.id}`)
          return way
        }
        return {
          id: service.id,
          name: service.name,
          ways: { yes: after(true), no: after(false) },
          responsibleLine: guide(service, 'de').responsibleLine,
        }
      }),
    })),
  }
}
