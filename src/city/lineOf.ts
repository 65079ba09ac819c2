import type { Reader } from '../platform/db/connect.ts'
import type { Line } from './model.ts'
import { findLine } from './store.ts'

/** The line with this number (E.164), in whichever city; also an inactive one. */
export const lineByNumber = (reader: Reader, number: string): Promise<Line | null> =>
  findLine(reader, { number })

/** @param id a uuid */
export const lineById = (reader: Reader, cityId: string, id: string): Promise<Line | null> =>
  findLine(reader, { cityId, id })
