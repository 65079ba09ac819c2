import { z } from 'zod'
import type { Platform } from '../platform/context.ts'
import { EVERY_ROLE, publicRoute, type Route, staffRoute } from '../platform/http/route.ts'
import { notFound } from '../platform/problems.ts'
import { addService } from './addService.ts'
import { changeService } from './changeService.ts'
import {
  catalogueInput,
  languageInput,
  searchInput,
  type ServiceGuidance,
  type ServiceListed,
  type ServicePage,
} from './contract.ts'
import { guide, summarise } from './guidance.ts'
import type { Service } from './model.ts'
import { searchServices, serviceById, servicesOf } from './offered.ts'
import { readCatalogueOf } from './readCatalogueOf.ts'
import { servicesDoc } from './servicesDoc.ts'
import type { Language } from './texts.ts'

const ADMIN = ['admin'] as const
const MOST_HITS = 20

async function offered(ctx: Platform & { cityId: string }, id: string | undefined): Promise<Service> {
  const service = await serviceById(ctx, ctx.cityId, id ?? '')
  if (!service) throw notFound('Diese Leistung')
  return service
}

function pageOf(service: Service, lang: Language): ServicePage {
  const { say: _say, ...guidance } = guide(service, lang)
  return { ...summarise(service, lang), ...guidance }
}

function guidanceOf(service: Service, lang: Language): ServiceGuidance {
  return { ...summarise(service, lang), ...guide(service, lang), note: service.note ?? null }
}

/** How appointments for a service are booked, by its id; told by whoever knows appointments. */
export type AppointmentsOf = (
  platform: Platform,
  cityId: string,
) => Promise<(serviceId: string) => ServiceListed['appointment']>

const publicRoutes = (appointmentsOf: AppointmentsOf): Route[] => [
  publicRoute({
    method: 'get',
    path: '/api/v1/services',
    roles: 'public',
    input: searchInput,
    doc: servicesDoc,
    async run(ctx, { q, lang }) {
      const found =
        q === undefined
          ? await servicesOf(ctx, ctx.cityId)
          : await searchServices(ctx, ctx.cityId, q, MOST_HITS)
      const appointmentOf = await appointmentsOf(ctx, ctx.cityId)
      return found.map((service) => ({
        ...summarise(service, lang),
        appointment: appointmentOf(service.id),
      })) satisfies ServiceListed[]
    },
  }),
  publicRoute({
    method: 'get',
    path: '/api/v1/services/:id',
    roles: 'public',
    input: languageInput,
    run: async (ctx, { lang }, { params }) => pageOf(await offered(ctx, params['id']), lang),
  }),
]

const staffRoutes: Route[] = [
  staffRoute({
    method: 'get',
    path: '/api/v1/services/:id/guidance',
    roles: EVERY_ROLE,
    input: languageInput,
    run: async (ctx, { lang }, { params }) => guidanceOf(await offered(ctx, params['id']), lang),
  }),
  staffRoute({
    method: 'get',
    path: '/api/v1/catalogue',
    roles: ADMIN,
    input: z.object({}),
    run: (ctx) => readCatalogueOf(ctx),
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/catalogue',
    roles: ADMIN,
    input: catalogueInput,
    async run(ctx, input) {
      await addService(ctx, input)
      return readCatalogueOf(ctx)
    },
  }),
  staffRoute({
    method: 'put',
    path: '/api/v1/catalogue/:id',
    roles: ADMIN,
    input: catalogueInput,
    async run(ctx, input, { params }) {
      await changeService(ctx, params['id'] ?? '', input)
      return readCatalogueOf(ctx)
    },
  }),
]

/** @param appointmentsOf without it no service has appointments */
export const catalogueRoutes = (
  appointmentsOf: AppointmentsOf = async () => () => null,
): readonly Route[] => [...publicRoutes(appointmentsOf), ...staffRoutes]
