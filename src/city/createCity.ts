import { z } from 'zod'
import { asSystem, inTransaction, type Platform } from '../platform/context.ts'
import { invalid, refusedBy } from '../platform/problems.ts'
import { cityInput } from './contract.ts'
import { emit } from './events.ts'
import * as store from './store.ts'

export const newCityInput = cityInput.extend({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,30}$/, 'Bitte Kleinbuchstaben, Ziffern und Bindestriche (2 bis 31 Zeichen).'),
  casePrefix: z.string().regex(/^[A-Z]{1,3}$/, 'Bitte ein bis drei Großbuchstaben.'),
  demo: z.boolean(),
})
export type NewCity = z.output<typeof newCityInput>

/**
 * Adds a city to the installation; only the command line does, so the system acts.
 * Its week, teams and lines are then set by its first administrator. @throws Problem 422
 */
export async function createCity(
  platform: Platform,
  { id, casePrefix, areaCode, ...rest }: NewCity,
): Promise<void> {
  const row = { id, case_prefix: casePrefix, area_code: areaCode, ...rest, created_at: platform.clock.now() }
  try {
    await inTransaction(platform, async (tx) => {
      const taken = await store.hostnameOfAnother(tx, id, rest.hostnames)
      if (taken) throw invalid({ hostnames: `Unter ${taken} antwortet schon eine andere Stadt.` })
      await store.insertCity(tx, row)
      await emit(tx, asSystem(platform, id), 'city.changed', { id }, {})
    })
  } catch (error) {
    const told = SENTENCES[refusedBy(error) ?? '']
    if (!told) throw error
    throw invalid({ [told[0]]: told[1] })
  }
}

const SENTENCES: Readonly<Record<string, readonly [field: string, sentence: string]>> = {
  city_pkey: ['id', 'Eine Stadt mit dieser Kennung gibt es schon.'],
  city_case_prefix_key: ['casePrefix', 'Diese Buchstaben hat schon eine andere Stadt.'],
}
