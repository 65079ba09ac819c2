import { describe, expect, test } from 'vitest'
import { parseLine } from './journal.ts'
import { readyAgents } from './plan.ts'
import { elsewhere } from './takeOver.ts'
import { callersAlone } from './watchdog.ts'

const LINE = 'tel1-1795348924.0|+4930115|+491511234567|1795348924|talked|1795348960|PJSIP/fz-a|1795348930'
const began = new Date(1_795_348_924_000)

describe('a line of the journal', () => {
  test('given a call that an agent took, says who, and when by the second', () => {
    expect(parseLine(3, LINE)).toEqual({
      no: 3,
      channelId: 'tel1-1795348924.0',
      called: '+4930115',
      calling: '+491511234567',
      began: 1_795_348_924,
      state: 'talked',
      at: 1_795_348_960,
      accountId: 'a',
      answered: 1_795_348_930,
    })
  })

  test.each(['', 'x|y', 'tel1-1|+4930115||abc|talked|1|'])('given %j, is none', (text) => {
    expect(parseLine(1, text)).toBeNull()
  })

  test('given an answer, counts the wait to the end of its second, so that it is never better than it was', () => {
    const line = parseLine(3, LINE)
    expect(line && elsewhere(line, began)).toMatchObject({
      reason: 'handed-over',
      answer: { agentId: 'a', waitMs: 6_999, promise: { kept: true } },
    })
  })

  test.each([
    ['left', 'abandoned'],
    ['message', 'telephone-lost'],
  ] as const)('given a caller who %s, ends as %s', (state, reason) => {
    const line = parseLine(3, LINE.replace('talked', state).replace(/\|\d+$/, '|'))
    expect(line && elsewhere(line, began)).toMatchObject({ reason, answer: null })
  })
})

describe('callersAlone', () => {
  const channel = (id: string, second: number, context = 'from-trunk', state: 'Up' | 'Ringing' = 'Up') => ({
    id,
    state,
    creationtime: `2026-11-23T09:00:0${second}.000+0000`,
    dialplan: { context, exten: 's', priority: 1, app_name: 'Stasis', app_data: '' },
  })

  test('given who talks, who is ringing an agent and who waits, names the last two, the oldest first', () => {
    const channels = [
      channel('waits', 5),
      channel('rings', 4),
      channel('talks', 1),
      channel('agent', 2, 'from-softphone'),
      channel('asked', 3, 'from-softphone', 'Ringing'),
    ]
    const bridges = [{ channels: ['talks', 'agent'] }, { channels: ['rings', 'asked'] }]
    const ours = ['waits', 'rings', 'talks', 'agent']
    expect(callersAlone(ours, channels, bridges).map(({ id }) => id)).toEqual(['rings', 'waits'])
  })
})

test('given a team and its helpers, the team is rung first, each the longest idle first, nobody twice', () => {
  const agent = (id: string, teams: string[], since: number, ready = true) => ({ id, teams, since, ready })
  const known = [
    agent('helper', ['b'], 1),
    agent('both', ['a', 'b'], 5),
    agent('own', ['a'], 3),
    agent('pause', ['a'], 0, false),
  ]
  expect(readyAgents(known, ['a', 'b'])).toEqual(['own', 'both', 'helper'])
})
