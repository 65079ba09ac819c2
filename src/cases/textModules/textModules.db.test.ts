import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { type GivenAccount, givenAccount } from '../../people/people.testkit.ts'
import { givenCase } from '../cases.testkit.ts'
import { insertableTexts, textModulesView } from './contract.ts'
import { saveTextModule } from './saveTextModule.ts'
import { textsForCase } from './textsForCase.ts'

const database = useDatabase()
let city: GivenCity
let admin: GivenAccount
let clerk: GivenAccount

beforeEach(async () => {
  city = await givenCity(database.platform)
  admin = await givenAccount(database.platform, city.cityId, 'admin')
  clerk = await givenAccount(database.platform, city.cityId, 'clerk')
})

const input = (
  name: string,
  more: { lang?: 'de' | 'en' | 'einfach'; text?: string; teamId?: string; active?: boolean } = {},
) => ({
  name,
  lang: 'de' as const,
  text: 'Bitte nennen Sie {Nummer}.',
  teamId: null,
  serviceId: null,
  active: true,
  ...more,
})

test('given modules for all, for the team, for another team and one switched off, a case offers the first two, filled in', async () => {
  const made = await givenCase(clerk.ctx, city)
  await saveTextModule(admin.ctx, null, input('Alle'))
  await saveTextModule(admin.ctx, null, input('Büro', { teamId: city.teams.office, text: 'x' }))
  await saveTextModule(admin.ctx, null, input('Meldungen', { teamId: city.teams.reports }))
  await saveTextModule(admin.ctx, null, input('Alt', { active: false }))
  const view = await textsForCase(clerk.ctx, made.id)
  expect(insertableTexts.parse(view)).toEqual(view)
  expect(view.texts.map(({ name, text }) => [name, text])).toEqual([
    ['Alle', `Bitte nennen Sie ${made.number}.`],
    ['Büro', 'x'],
  ])
  const report = await givenAccount(database.platform, city.cityId, 'report')
  await expect(textsForCase(report.ctx, made.id)).rejects.toMatchObject({ status: 403 })
})

test('given a change, the version goes up and every version stands in the events', async () => {
  const { modules } = await saveTextModule(admin.ctx, null, input('Frist', { text: 'alt' }))
  expect(textModulesView.parse({ modules })).toEqual({ modules })
  const id = modules[0]?.id ?? ''
  const after = await saveTextModule(admin.ctx, id, input('Frist', { text: 'neu' }))
  expect(after.modules[0]).toMatchObject({ text: 'neu', version: 2 })
  const events = await database.platform.db
    .selectFrom('event')
    .select('data')
    .where('subject_id', '=', id)
    .orderBy('seq')
    .execute()
  expect(events.map(({ data }) => data)).toMatchObject([
    { version: 1, text: 'alt' },
    { version: 2, text: 'neu' },
  ])
})

test('given a name twice, a placeholder nobody knows, or no right, says so', async () => {
  await saveTextModule(admin.ctx, null, input('Frist'))
  await expect(saveTextModule(admin.ctx, null, input('Frist'))).rejects.toMatchObject({
    fields: { name: 'Diesen Namen hat in dieser Sprache schon ein anderer Textbaustein.' },
  })
  await expect(saveTextModule(admin.ctx, null, input('x', { text: '{Name}' }))).rejects.toMatchObject({
    fields: { text: expect.stringContaining('{Name} gibt es nicht') },
  })
  await expect(saveTextModule(clerk.ctx, null, input('x'))).rejects.toMatchObject({ status: 403 })
})

test('given a person who reads English, the English ones come first, under the same name', async () => {
  await saveTextModule(admin.ctx, null, input('Frist', { text: 'Es dauert.' }))
  await saveTextModule(admin.ctx, null, input('Frist', { text: 'It takes time.', lang: 'en' }))
  const { id } = await givenCase(clerk.ctx, city)
  await database.platform.db.updateTable('case').set({ contact_lang: 'en' }).where('id', '=', id).execute()
  const { lang, texts } = await textsForCase(clerk.ctx, id)
  expect([lang, texts.map(({ text }) => text)]).toEqual(['en', ['It takes time.', 'Es dauert.']])
})
