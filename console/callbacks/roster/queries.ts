import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import {
  type absenceInput,
  type entryInput,
  rosterChanged,
  type RosterView,
  rosterView,
} from '../../../src/callbacks/roster/contract.ts'
import { api } from '../../platform/api.ts'

const base = '/api/v1/rosters'

export type Roster = NonNullable<RosterView['roster']>

/** First word of every key here. */
export const ROSTER = 'roster'

/** @param week any day of it; undefined: this week. @param team undefined: the first one */
export const rosterQuery = ({ team, week }: { team?: string | undefined; week?: string | undefined }) =>
  queryOptions({
    queryKey: [ROSTER, team, week],
    queryFn: ({ signal }) => api.get(base, rosterView, { signal, query: { team, week } }),
    placeholderData: keepPreviousData,
  })

/** Fields as they were typed; the server says what is wrong with them. */
export type EntryDraft = z.input<typeof entryInput>

export const rosterApi = {
  /** `id` null adds one. */
  saveEntry: (team: string, id: string | null, input: EntryDraft) =>
    id === null
      ? api.post(`${base}/${team}/entries`, rosterChanged, input)
      : api.put(`${base}/${team}/entries/${id}`, rosterChanged, input),
  removeEntry: (team: string, id: string) => api.delete(`${base}/${team}/entries/${id}`, rosterChanged),
  end: (team: string) => api.delete(`${base}/${team}`, rosterChanged),
  addAbsence: (input: z.input<typeof absenceInput>) => api.post('/api/v1/absences', rosterChanged, input),
  removeAbsence: (id: string) => api.delete(`/api/v1/absences/${id}`, rosterChanged),
}
