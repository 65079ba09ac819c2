import type { Reader } from '../platform/db/connect.ts'
import * as store from './store.ts'

/** Names of all accounts of the city by id, for pages of city employees. */
export async function accountNames(reader: Reader, cityId: string): Promise<ReadonlyMap<string, string>> {
  return new Map((await store.listAccounts(reader, cityId)).map(({ id, name }) => [id, name]))
}
