import { expect, test } from 'vitest'
import { keysOf } from './liveTopics.ts'

const topics = [
  ['desk', ['desk']],
  ['callback.promised', ['callbacks', 'cases', 'board', 'roster']],
  [
    'closure.added',
    ['city', 'today', 'desk', 'lead', 'board', 'appointment-settings', 'office-day', 'roster'],
  ],
  ['line.closed', ['city', 'desk', 'board', 'today', 'lead']],
  ['appointment.held', ['cases', 'callbacks']],
  ['appointment.arrived', ['cases', 'callbacks', 'office-day']],
  ['something.unknown', []],
] as const

test.each(topics)('given the topic %s, makes %j old', (topic, keys) => {
  expect(keysOf(topic)).toEqual(keys)
})
