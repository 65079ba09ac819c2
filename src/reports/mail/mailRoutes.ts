import { z } from 'zod'
import { savedAs } from '../../cases/index.ts'
import { CITY_STAFF, rawRoute, type Route, type RouteRequest, staffRoute } from '../../platform/http/route.ts'
import { notFound, notSignedIn } from '../../platform/problems.ts'
import { decisionInput, intakeInput, mailsInput } from './contract.ts'
import { decideMail } from './decideMail.ts'
import { MAIL_STAFF } from './mailStaff.ts'
import { chooseIntake, readMailFile, readMails, readMailsOfCase } from './readMails.ts'

const uuidOf = ({ params }: RouteRequest, name: string, what: string): string => {
  const id = z.uuid().safeParse(params[name])
  if (!id.success) throw notFound(what)
  return id.data
}
const mailOf = (request: RouteRequest): string => uuidOf(request, 'id', 'Diese E-Mail')

const saving = (path: string, fileOf: (request: RouteRequest) => string): Route =>
  rawRoute({
    method: 'get',
    path,
    roles: CITY_STAFF,
    async respond(c, { staff, request }) {
      if (!staff) throw notSignedIn()
      const { name, bytes } = await readMailFile(staff, { mailId: mailOf(request), id: fileOf(request) })
      return c.body(new Uint8Array(bytes), 200, {
        // Whatever it is called: nothing of a mail is shown or run in our name.
        'content-type': 'application/octet-stream',
        'content-disposition': savedAs(name),
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      })
    },
  })

/** What staff do with the city's mailbox. */
export const mailRoutes: readonly Route[] = [
  staffRoute({
    method: 'get',
    path: '/api/v1/mails',
    roles: MAIL_STAFF,
    input: mailsInput,
    run: readMails,
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/mails/:id/decision',
    roles: MAIL_STAFF,
    input: decisionInput,
    run: (ctx, input, request) => decideMail(ctx, mailOf(request), input),
  }),
  saving('/api/v1/mails/:id/raw', () => 'raw'),
  saving('/api/v1/mails/:id/files/:fileId', (request) => uuidOf(request, 'fileId', 'Diese Anlage')),
  staffRoute({
    method: 'get',
    path: '/api/v1/reports/:id/mails',
    roles: CITY_STAFF,
    input: z.object({}),
    run: (ctx, _input, request) => readMailsOfCase(ctx, uuidOf(request, 'id', 'Diese Meldung')),
  }),
  staffRoute({
    method: 'put',
    path: '/api/v1/mail-intake',
    roles: ['admin'],
    input: intakeInput,
    run: chooseIntake,
  }),
]
