import { z } from 'zod'
import { rosterView } from '../../src/callbacks/roster/contract.ts'
import { type Api, signInApi } from './api.ts'
import { makePracticeCase } from './practiceCase.ts'
import type { TestServer } from './server.ts'

const list = z.object({ items: z.array(z.object({ id: z.uuid(), caseNumber: z.string() })) })

/** Service hours around the clock and staff by number, so that a test finds windows whenever it runs. */
export async function openAllDay(server: TestServer): Promise<void> {
  const admin = await signInApi(server, 'admin')
  const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '00:00', closes: '24:00' }))
  const { status } = await admin.put('/api/v1/city/hours', { hours })
  if (status !== 200) throw new Error(`hours: ${status}`)
  await endRosters(admin)
}

/** Takes the demo's rosters away: the number of callbacks per hour counts, at night too. */
async function endRosters(admin: Api): Promise<void> {
  const read = async (query = '') => rosterView.parse((await admin.get(`/api/v1/rosters${query}`)).body)
  for (const { id } of (await read()).teams) {
    const { roster } = await read(`?team=${id}`)
    const entries = roster?.people.flatMap((person) => person.entries) ?? []
    for (const entry of entries) await admin.delete(`/api/v1/rosters/${id}/entries/${entry.id}`)
    if (roster?.begun) await admin.delete(`/api/v1/rosters/${id}`)
  }
}

/** After `openAllDay`: one person of each team has six minutes of each hour for callbacks, too few for one. */
export async function fewMinutes(server: TestServer): Promise<void> {
  const admin = await signInApi(server, 'admin')
  const read = async (query = '') => rosterView.parse((await admin.get(`/api/v1/rosters${query}`)).body)
  for (const { id } of (await read()).teams) {
    const [person] = (await read(`?team=${id}`)).roster?.people ?? []
    if (!person) continue
    const times = { opens: '00:00', closes: '24:00', pause: null, share: 10 }
    const entry = {
      kind: 'weekly',
      accountId: person.id,
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      from: '2026-01-01',
      ...times,
    }
    const { status } = await admin.post(`/api/v1/rosters/${id}/entries`, entry)
    if (status >= 300) throw new Error(`roster: ${status}`)
  }
}

/** A practice callback for the Bürgerbüro. Training plays callers of either line by chance: until one is theirs. */
export async function promisePractice(server: TestServer): Promise<{ id: string; number: string }> {
  const clerk = await signInApi(server, 'sachbearbeitung')
  for (let calls = 0; calls < 20; calls += 1) {
    const { caseNumber: number } = await makePracticeCase(server, 'agentin')
    const { items } = list.parse((await clerk.get('/api/v1/callbacks')).body)
    const item = items.find(({ caseNumber }) => caseNumber === number)
    if (item) return { id: item.id, number }
  }
  throw new Error('20 training calls in a row were for the other line')
}
