import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { adminRoute } from '../../admin/adminRoute.ts'
import { MAIL_STAFF } from '../../shell/navigation.ts'
import { shellRoute } from '../../shell/shellRoute.ts'
import { IntakePage } from './IntakePage.tsx'
import { MailsPage } from './MailsPage.tsx'

export const mailsRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/e-mails',
    staticData: { roles: MAIL_STAFF },
    validateSearch: z.object({ zeigen: z.literal('beiseite').optional().catch(undefined) }),
    component: MailsPage,
  }),
] as const

export const intakeRoutes = [
  createRoute({ getParentRoute: () => adminRoute, path: '/e-mail', component: IntakePage }),
] as const
