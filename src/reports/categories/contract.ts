import { z } from 'zod'
import { questions } from './model.ts'

/** `PUT /api/v1/report-categories/:id`: adds or changes one. */
export const categoryInput = z.object({
  name: z
    .string('Bitte einen Namen eingeben.')
    .trim()
    .min(1, 'Bitte einen Namen eingeben.')
    .max(80, 'Der Name ist zu lang (höchstens 80 Zeichen).'),
  description: z.string().trim().max(300, 'Die Beschreibung ist zu lang (höchstens 300 Zeichen).'),
  teamId: z.uuid('Bitte ein Team dieser Stadt wählen.'),
  answerHours: z
    .int('Bitte eine ganze Zahl eingeben.')
    .min(1, 'Mindestens eine Stunde.')
    .max(2000, 'Höchstens 2000 Stunden.'),
  place: z.enum(['needed', 'asked', 'none'], 'Bitte wählen.'),
  questions,
  instead: z.string().trim().max(300, 'Der Hinweis ist zu lang (höchstens 300 Zeichen).').nullable(),
  active: z.boolean(),
  /** Reports of it may be shown to everybody, each after somebody has released it. */
  published: z.boolean(),
  position: z.int().min(0).max(1000),
})
export type CategoryInput = z.infer<typeof categoryInput>

/** `GET /api/v1/report-categories` */
export const categoriesView = z.object({
  categories: z.array(categoryInput.extend({ id: z.string() })),
})
export type CategoriesView = z.infer<typeof categoriesView>
