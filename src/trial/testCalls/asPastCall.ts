import type { PastCall } from '../baseline/pastCall.ts'
import type { TestCall } from './contract.ts'

export type KnownTestCall = TestCall & { id: string }

/** A test call as a call of its day, where a time before is made of them. */
export const asPastCall = ({ id, at, dialled, answered, waitS }: KnownTestCall): PastCall => ({
  id,
  queue: dialled,
  offeredAt: new Date(at).getTime(),
  end: answered ? 'answered' : 'abandoned',
  waitS,
  talkS: null,
})

/** As it stands in a result. */
export const withoutId = ({ id: _id, ...call }: KnownTestCall): TestCall => call
