import { z } from 'zod'
import { signInApi } from './api.ts'
import { makePracticeCase } from './practiceCase.ts'
import type { TestServer } from './server.ts'

const list = z.object({ items: z.array(z.object({ id: z.uuid(), caseNumber: z.string() })) })

/** Service hours around the clock, so that a test finds windows whenever it runs. */
export async function openAllDay(server: TestServer): Promise<void> {
  const admin = await signInApi(server, 'admin')
  const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '00:00', closes: '24:00' }))
  const { status } = await admin.put('/api/v1/city/hours', { hours })
  if (status !== 200) throw new Error(`hours: ${status}`)
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
