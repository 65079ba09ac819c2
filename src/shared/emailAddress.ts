import { z } from 'zod'

const SENTENCE = 'Bitte die E-Mail-Adresse prüfen, zum Beispiel name@example.org.'

/** One e-mail address. What it looks like can be checked, whether anybody reads it cannot. */
export const emailAddress = z.email(SENTENCE).max(254, 'Die E-Mail-Adresse ist zu lang.')
