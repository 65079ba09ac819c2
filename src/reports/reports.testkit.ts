import type { GivenCity } from '../city/city.testkit.ts'
import type { StaffContext } from '../platform/context.ts'
import type { CategoryInput } from './categories/contract.ts'
import { saveCategory } from './categories/saveCategory.ts'
import type { ReportRequest } from './openReport.ts'

const category = (teamId: string, over: Partial<CategoryInput>): CategoryInput => ({
  name: 'Straße und Gehweg',
  description: 'Schlaglöcher, lose Platten',
  teamId,
  answerHours: 10,
  place: 'needed',
  questions: [
    {
      id: 'gefahr',
      label: 'Kann sich dort jemand verletzen?',
      kind: 'choice',
      required: true,
      options: [
        { id: 'ja', name: 'ja' },
        { id: 'nein', name: 'nein' },
      ],
    },
  ],
  instead: null,
  active: true,
  published: false,
  position: 0,
  ...over,
})

/** 'strasse' asks a question and needs a place, 'idee' asks nothing; both of the report team. */
export async function givenCategories(admin: StaffContext, city: GivenCity): Promise<void> {
  await saveCategory(admin, 'strasse', category(city.teams.reports, {}))
  const idea = { name: 'Idee oder Lob', place: 'asked', questions: [], position: 1 } as const
  await saveCategory(admin, 'idee', category(city.teams.reports, { ...idea, questions: [] }))
}

/** Somebody fell over a loose plate and left an e-mail address. */
export const aReport = (over: Partial<ReportRequest> = {}): ReportRequest => ({
  categoryId: 'strasse',
  channel: 'web',
  description: 'Vor der Post ist eine Platte lose.',
  place: 'Münsterstraße 1',
  answers: { gefahr: 'ja' },
  contact: { name: null, phone: null, email: 'jana@example.org' },
  lang: 'de',
  idempotencyKey: null,
  ...over,
})
