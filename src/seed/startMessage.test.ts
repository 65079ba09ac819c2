import { expect, test } from 'vitest'
import { startMessage, type StartFacts } from './startMessage.ts'

const facts: StartFacts = {
  url: 'http://localhost:8080',
  city: { name: 'Lünen', demo: true },
  demo: {
    url: 'http://localhost:8080',
    city: 'luenen',
    accounts: [{ role: 'agent', login: 'agentin', password: 'kolu-mira-tane-befo-58', name: 'Aylin Probe' }],
    lines: [],
    cti: [],
  },
  dataDir: './data',
  telephone: false,
  mail: false,
  sms: false,
  announcements: null,
  databaseNote: null,
}

test('given a demo, says the address, the accounts and what is not connected', () => {
  const message = startMessage(facts)
  expect(message).toMatch(/^Freizeichen läuft: http:\/\/localhost:8080\n/)
  expect(message).toContain('agentin  kolu-mira-tane-befo-58  Agentin/Agent')
  expect(message).toContain('Telefonanlage: ARI_URL')
  expect(message).toContain('E-Mail: SMTP_URL und MAIL_FROM setzen')
})

test('given a demo without its file, says how to get new passwords', () => {
  expect(startMessage({ ...facts, demo: null })).toContain('freizeichen seed --reset-demo-passwords')
})

test('given a city of its own, says nothing of accounts', () => {
  const message = startMessage({ ...facts, city: { name: 'Anderstadt', demo: false }, telephone: true })
  expect(message).not.toMatch(/agentin|demo|Telefonanlage/i)
})

test('given no city, says how to make one', () => {
  expect(startMessage({ ...facts, city: null, demo: null })).toContain('freizeichen create-city')
})

test('given everything connected, says nothing of what is not', () => {
  const message = startMessage({ ...facts, telephone: true, mail: true, sms: true })
  expect(message).not.toContain('Nicht verbunden')
})

test('given a note about the database, says it last', () => {
  expect(startMessage({ ...facts, databaseNote: 'Die Daten liegen woanders.' })).toMatch(
    /Die Daten liegen woanders\.$/,
  )
})

test('given a telephone system that lacks announcements, names them', () => {
  const announcements = 'Der Telefonanlage fehlen Ansagen: freizeichen/heute.'
  expect(startMessage({ ...facts, telephone: true, announcements })).toContain(`Ansagen: ${announcements}`)
})
