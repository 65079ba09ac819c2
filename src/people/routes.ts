import { deleteCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import { parse, readInput, requireSameOrigin } from '../platform/http/mount.ts'
import { EVERY_ROLE, rawRoute, type Route, staffRoute } from '../platform/http/route.ts'
import { notFound, notSignedIn } from '../platform/problems.ts'
import { changeAccount } from './changeAccount.ts'
import { changePassword } from './changePassword.ts'
import { confirmSecondFactor } from './confirmSecondFactor.ts'
import {
  changeAccountInput,
  changePasswordInput,
  confirmSecondFactorInput,
  createAccountInput,
  removeSecondFactorInput,
  signInInput,
} from './contract.ts'
import { createAccount } from './createAccount.ts'
import { endSession } from './endSession.ts'
import { listAccounts } from './listAccounts.ts'
import { listSessions } from './listSessions.ts'
import { offerSecondFactor } from './offerSecondFactor.ts'
import { readAudit } from './readAudit.ts'
import { readMe } from './readMe.ts'
import { removeSecondFactor } from './removeSecondFactor.ts'
import { SESSION_COOKIE, SESSION_MS } from './session.ts'
import { signIn } from './signIn.ts'
import { signOut } from './signOut.ts'

export interface PeopleNeeds {
  /** PUBLIC_URL is https: the cookie goes over TLS only. */
  tls: boolean
}

const nothing = z.object({})
const ADMIN = ['admin'] as const

/** An id from the path; one that is no id cannot be found. */
const idOf = (params: Readonly<Record<string, string>>, what: string): string => {
  const id = z.uuid().safeParse(params['id'])
  if (!id.success) throw notFound(what)
  return id.data
}

const signInRoute = ({ tls }: PeopleNeeds): Route =>
  rawRoute({
    method: 'post',
    path: '/api/v1/session',
    roles: 'public',
    async respond(c, { platform, request }) {
      requireSameOrigin(c)
      const input = parse(signInInput, await readInput(c, 'post'))
      const { token, ctx } = await signIn(platform, input, request)
      const overTls = tls || c.req.header('x-forwarded-proto') === 'https' || c.req.url.startsWith('https:')
      setCookie(c, SESSION_COOKIE, token, {
        httpOnly: true,
        sameSite: 'Lax',
        path: '/',
        secure: overTls,
        maxAge: SESSION_MS / 1000,
      })
      return c.json(await readMe(ctx))
    },
  })

const sessionRoutes = (needs: PeopleNeeds): Route[] => [
  signInRoute(needs),
  staffRoute({
    method: 'get',
    path: '/api/v1/session',
    roles: EVERY_ROLE,
    input: nothing,
    run: (ctx) => readMe(ctx),
  }),
  rawRoute({
    method: 'delete',
    path: '/api/v1/session',
    roles: EVERY_ROLE,
    async respond(c, { staff }) {
      if (!staff) throw notSignedIn()
      await signOut(staff)
      deleteCookie(c, SESSION_COOKIE, { path: '/' })
      return c.body(null, 204)
    },
  }),
  staffRoute({
    method: 'get',
    path: '/api/v1/sessions',
    roles: EVERY_ROLE,
    input: nothing,
    run: (ctx) => listSessions(ctx),
  }),
  staffRoute({
    method: 'delete',
    path: '/api/v1/sessions/:id',
    roles: EVERY_ROLE,
    input: nothing,
    run: (ctx, _, { params }) => endSession(ctx, idOf(params, 'Diese Anmeldung')),
  }),
]

const ownAccountRoutes: Route[] = [
  staffRoute({
    method: 'put',
    path: '/api/v1/password',
    roles: EVERY_ROLE,
    input: changePasswordInput,
    run: (ctx, input) => changePassword(ctx, input),
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/second-factor',
    roles: EVERY_ROLE,
    input: nothing,
    run: (ctx) => offerSecondFactor(ctx),
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/second-factor/confirm',
    roles: EVERY_ROLE,
    input: confirmSecondFactorInput,
    run: (ctx, { code }) => confirmSecondFactor(ctx, code),
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/second-factor/remove',
    roles: EVERY_ROLE,
    input: removeSecondFactorInput,
    run: (ctx, { password }) => removeSecondFactor(ctx, password),
  }),
]

/** Every change answers the whole list as it is afterwards. */
const accountRoutes: Route[] = [
  staffRoute({
    method: 'get',
    path: '/api/v1/accounts',
    roles: ADMIN,
    input: nothing,
    run: (ctx) => listAccounts(ctx),
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/accounts',
    roles: ADMIN,
    input: createAccountInput,
    async run(ctx, input) {
      await createAccount(ctx, input)
      return listAccounts(ctx)
    },
  }),
  staffRoute({
    method: 'put',
    path: '/api/v1/accounts/:id',
    roles: ADMIN,
    input: changeAccountInput,
    async run(ctx, input, { params }) {
      await changeAccount(ctx, idOf(params, 'Dieses Konto'), input)
      return listAccounts(ctx)
    },
  }),
  staffRoute({
    method: 'get',
    path: '/api/v1/audit',
    roles: ADMIN,
    input: nothing,
    run: (ctx) => readAudit(ctx),
  }),
]

export const peopleRoutes = (needs: PeopleNeeds): readonly Route[] => [
  ...sessionRoutes(needs),
  ...ownAccountRoutes,
  ...accountRoutes,
]
