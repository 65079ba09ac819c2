import { expect, test } from 'vitest'
import { callPhase, type Attempt } from './callPhase.ts'

const dialled: Attempt = {
  id: '0198a000-0000-7000-8000-000000000001',
  number: 1,
  via: 'asterisk',
  startedAt: '2026-11-23T13:00:00.000Z',
  rangAt: null,
  answeredAt: null,
  hungUpAt: null,
  result: null,
  heard: null,
}
const rangAt = '2026-11-23T13:00:05.000Z'
const answeredAt = '2026-11-23T13:00:12.000Z'
const hungUpAt = '2026-11-23T13:02:00.000Z'

test.each([
  ['a started call', {}, 'Ihr Telefon klingelt zuerst', dialled.startedAt],
  ['a practice call', { via: 'training' }, 'Übung: es wird gewählt', dialled.startedAt],
  ['a ringing citizen', { rangAt }, 'Es klingelt bei der Person', rangAt],
  ['an answer', { rangAt, answeredAt }, 'Im Gespräch', answeredAt],
  ['a finished talk', { rangAt, answeredAt, hungUpAt }, 'Das Gespräch ist beendet', null],
  ['nobody', { rangAt, hungUpAt }, 'Niemand hat abgehoben', null],
  ['a busy line', { hungUpAt, result: 'busy' }, 'Es war besetzt', null],
  ['a failed line', { hungUpAt, result: 'failed' }, 'Der Anruf kam nicht zustande', null],
  ['a tel: link', { via: 'tel', rangAt }, 'Gewählt am eigenen Telefon', dialled.startedAt],
] as const)('given %s, says it', (_, moments, text, since) => {
  expect(callPhase({ ...dialled, ...moments })).toMatchObject({ text, since })
})
