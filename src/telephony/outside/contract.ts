import { z } from 'zod'

/** `POST /api/v1/outside-numbers`, `PUT …/:id` */
export const outsideNumberInput = z.object({
  name: z
    .string('Bitte einen Namen eingeben.')
    .trim()
    .min(1, 'Bitte einen Namen eingeben.')
    .max(80, 'Der Name ist zu lang (höchstens 80 Zeichen).'),
  /** As typed; stored as E.164. */
  number: z
    .string('Bitte die Rufnummer eingeben.')
    .trim()
    .min(3, 'Bitte die Rufnummer eingeben.')
    .max(40, 'Die Rufnummer ist zu lang.'),
  purpose: z
    .string('Bitte eingeben, wann dorthin verbunden wird.')
    .trim()
    .min(1, 'Bitte eingeben, wann dorthin verbunden wird.')
    .max(200, 'Der Text ist zu lang (höchstens 200 Zeichen).'),
})
export type OutsideNumberInput = z.infer<typeof outsideNumberInput>

export const outsideNumberView = z.object({
  id: z.uuid(),
  name: z.string(),
  number: z.string(),
  numberNational: z.string(),
  purpose: z.string(),
})
export type OutsideNumberView = z.infer<typeof outsideNumberView>

/** `GET /api/v1/outside-numbers`, and what every change answers. */
export const outsideNumbersView = z.object({ numbers: z.array(outsideNumberView) })
export type OutsideNumbersView = z.infer<typeof outsideNumbersView>
