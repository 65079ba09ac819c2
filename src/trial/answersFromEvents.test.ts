import { describe, expect, test } from 'vitest'
import { answersFromEvents } from './answersFromEvents.ts'

const at = (day: number, time = '09:00:00.000'): Date =>
  new Date(`2026-11-${String(day).padStart(2, '0')}T${time}Z`)
const event = (kind: string, subjectId: string, day: Date, data: object = {}) => ({
  kind,
  subjectId,
  at: day,
  data,
})
const opened = (outcome = 'callback') =>
  event('case.opened', 'k', at(2), { outcome, answerBy: at(6).toISOString() })
const promised = event('callback.promised', 'r', at(2), { caseId: 'k' })
const closed = (day: Date, outcome = 'settled') => event('case.closed', 'k', day, { outcome })
const tried = (day: Date, result = 'reached') => event('attempt.closed', 'r', day, { result })
const answers = async (events: readonly object[], until = at(20)) =>
  (await answersFromEvents(events, 'Europe/Berlin', until)).get('2026-11-02')

describe('the answer to a case', () => {
  test.each([
    ['settled at once', [opened('settled')], 1, 1],
    ['reached in time, closed later', [opened(), promised, tried(at(6)), closed(at(9))], 1, 1],
    ['reached a millisecond late', [opened(), promised, tried(at(6, '09:00:00.001'))], 0, 1],
    ['tried in vain', [opened(), promised, tried(at(3), 'busy')], 0, 1],
    ['answered in writing in time', [opened('hand-over'), closed(at(5))], 1, 1],
    ['given up in time, which is no answer', [opened(), closed(at(5), 'not-reached')], 0, 1],
    ['withdrawn, which needs none', [opened(), closed(at(5), 'withdrawn')], 0, 0],
    ['withdrawn after it was reached', [opened(), promised, tried(at(3)), closed(at(5), 'withdrawn')], 1, 1],
    [
      'opened again and answered late',
      [opened('hand-over'), closed(at(3)), event('case.reopened', 'k', at(4)), closed(at(9))],
      0,
      1,
    ],
  ])('given one %s, it is counted as its last end says', async (_, events, answered24, decided24) => {
    expect(await answers(events)).toEqual({ answered24, decided24 })
  })

  test('given a moment before its time is over, it is decided only when it is answered, and later words do not count', async () => {
    expect(await answers([opened(), promised], at(5))).toEqual({ answered24: 0, decided24: 0 })
    expect(await answers([opened(), promised, tried(at(5))], at(5))).toEqual({ answered24: 1, decided24: 1 })
    expect(await answers([opened(), promised, tried(at(6))], at(5))).toEqual({ answered24: 0, decided24: 0 })
  })

  test('given a case to which no answer is promised, it is in neither', async () => {
    const event0 = event('case.opened', 'k', at(2), { outcome: 'settled' })
    expect(await answers([event0])).toBeUndefined()
  })
})
