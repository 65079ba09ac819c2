import { z } from 'zod'
import { speech } from '../shared/speech.ts'

/** Instants travel as ISO 8601 text in UTC. */
const instant = z.iso.datetime()

export const role = z.enum(['agent', 'clerk', 'report', 'lead', 'admin'], {
  error: 'Bitte die Rolle wählen.',
})
export type Role = z.infer<typeof role>

export const signInInput = z.object({
  login: z
    .string({ error: 'Bitte den Anmeldenamen eingeben.' })
    .trim()
    .toLowerCase()
    .min(1, 'Bitte den Anmeldenamen eingeben.')
    .max(120, 'Der Anmeldename ist zu lang.'),
  password: z
    .string({ error: 'Bitte das Kennwort eingeben.' })
    .min(1, 'Bitte das Kennwort eingeben.')
    .max(500, 'Das Kennwort ist zu lang.'),
  /** Six digits of the second factor, where the account has one. */
  code: z
    .string('Bitte den Code eingeben.')
    .trim()
    .regex(/^\d{6}$/, 'Der Code hat sechs Ziffern.')
    .optional(),
})

/** Who is signed in: `GET` and `POST /api/v1/session`. */
export const me = z.object({
  id: z.uuid(),
  name: z.string(),
  login: z.string(),
  role,
  city: z.object({
    id: z.string(),
    name: z.string(),
    title: z.string(),
    timeZone: z.string(),
    demo: z.boolean(),
  }),
  teams: z.array(z.object({ id: z.uuid(), name: z.string() })),
  secondFactor: z.boolean(),
  /** What I speak with citizens; empty: nobody has said. */
  languages: z.array(speech),
})
export type Me = z.infer<typeof me>

/** One row of `GET /api/v1/sessions`: where this account is signed in. */
export const sessionView = z.object({
  id: z.uuid(),
  createdAt: instant,
  seenAt: instant,
  userAgent: z.string(),
  current: z.boolean(),
})
export type SessionView = z.infer<typeof sessionView>

export const accountView = z.object({
  id: z.uuid(),
  login: z.string(),
  name: z.string(),
  role,
  providerId: z.uuid().nullable(),
  teamIds: z.array(z.uuid()),
  /** What this person can do that not everybody can, for example a language. */
  skills: z.array(z.string()),
  /** Who stands in when this person is not on duty. */
  deputyId: z.uuid().nullable(),
  /** What they speak with citizens; empty: nobody has said. */
  languages: z.array(speech),
  active: z.boolean(),
  secondFactor: z.boolean(),
})
export type AccountView = z.infer<typeof accountView>

const accountFields = {
  name: z
    .string('Bitte den Namen eingeben.')
    .trim()
    .min(1, 'Bitte den Namen eingeben.')
    .max(120, 'Der Name ist zu lang (höchstens 120 Zeichen).'),
  role,
  providerId: z.uuid('Bitte einen Dienstleister wählen.').nullable(),
  teamIds: z.array(z.uuid('Bitte Teams dieser Stadt wählen.'), { error: 'Bitte die Teams angeben.' }),
  skills: z
    .array(z.string().trim().min(1).max(40, 'Eine Fähigkeit ist zu lang (höchstens 40 Zeichen).'))
    .max(10, 'Höchstens zehn Fähigkeiten.')
    .optional(),
  deputyId: z.uuid('Bitte ein Konto wählen.').nullable().optional(),
  languages: z.array(speech).optional(),
}
const newPassword = z
  .string({ error: 'Bitte ein Kennwort eingeben.' })
  .min(12, 'Das Kennwort braucht mindestens 12 Zeichen.')
  .max(500, 'Das Kennwort ist zu lang.')

/** `POST /api/v1/accounts` */
export const createAccountInput = z.object({
  login: z
    .string('Bitte den Anmeldenamen eingeben.')
    .trim()
    .toLowerCase()
    .regex(
      /^[a-z0-9][a-z0-9._@-]{1,119}$/,
      'Nur Buchstaben von a bis z, Ziffern, Punkt, Bindestrich und @ (mindestens 2 Zeichen).',
    ),
  ...accountFields,
  password: newPassword,
})
/** `PUT /api/v1/accounts/:id`; a password only when it is to be replaced. */
export const changeAccountInput = z.object({
  ...accountFields,
  active: z.boolean('Bitte angeben, ob das Konto aktiv ist.'),
  password: newPassword.optional(),
  /** Switches the second factor off, for somebody whose telephone is lost. */
  removeSecondFactor: z.boolean().optional(),
})

/** `PUT /api/v1/password` */
export const changePasswordInput = z.object({
  current: z.string('Bitte das jetzige Kennwort eingeben.').min(1, 'Bitte das jetzige Kennwort eingeben.'),
  password: newPassword,
})
/** `POST /api/v1/second-factor` answers this; nothing is switched on before `…/confirm` with a right code. */
export const secondFactorOffer = z.object({ secret: z.string(), uri: z.string() })
export const confirmSecondFactorInput = z.object({
  code: z
    .string('Bitte den Code eingeben.')
    .trim()
    .regex(/^\d{6}$/, 'Der Code hat sechs Ziffern.'),
})
/** `POST /api/v1/second-factor/remove`: a body, because a password has no place in an address. */
export const removeSecondFactorInput = z.object({
  password: z
    .string({ error: 'Bitte das Kennwort eingeben.' })
    .min(1, 'Bitte das Kennwort eingeben.')
    .max(500, 'Das Kennwort ist zu lang.'),
})

/** One row of `GET /api/v1/audit`: who looked at what or did what, when; newest first, at most 200. */
export const auditView = z.object({
  at: instant,
  accountId: z.uuid(),
  accountName: z.string(),
  /** The verb that showed or did something, e.g. `case.read`. */
  action: z.string(),
  /** `caseId`: of a case, and of what belongs to one, also when it is gone. */
  subject: z.object({ kind: z.string(), id: z.string(), caseId: z.string().nullable() }),
  /** Why, in the person's own words. */
  note: z.string().nullable(),
})
export type AuditView = z.infer<typeof auditView>
