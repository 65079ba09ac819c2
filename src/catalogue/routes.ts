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
  type ServicePage,
} from './contract.ts'
import { guide, summarise } from './guidance.ts'
import type { Service } from './model.ts'
import { searchServices, serviceById } from './offered.ts'
import { readCatalogueOf } from './readCatalogueOf.ts'
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

const publicRoutes: Route[] = [
  publicRoute({
    method: 'get',
    path: '/api/v1/services',
    roles: 'public',
    input: searchInput,
    async run(ctx, { q, lang }) {
      const hits = await searchServices(ctx, ctx.cityId, q, MOST_HITS)
      return hits.map((service) => summarise(service, lang))
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

export const catalogueRoutes: readonly Route[] = [...publicRoutes, ...staffRoutes]
