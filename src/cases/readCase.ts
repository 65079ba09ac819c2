import { cityOf, lineById, teamsOf } from '../city/index.ts'
import { recordLook } from '../platform/audit/audit.ts'
import { requireRole, type StaffContext } from '../platform/context.ts'
import { CITY_STAFF } from '../platform/http/route.ts'
import { notFound } from '../platform/problems.ts'
import { formatNational } from '../shared/phoneNumber.ts'
import { spokenMoment } from '../shared/spokenMoment.ts'
import { appointmentIn } from './appointmentIn.ts'
import { listAttachments } from './attachments/listAttachments.ts'
import type { CaseView } from './contract.ts'
import { isCallOwed } from './callOwed.ts'
import { requireTeam } from './scope.ts'
import { serviceOf } from './serviceOf.ts'
import * as store from './store.ts'
import { timelineOf } from './timeline.ts'

/** The whole case. The look is in the audit trail before anything is shown. @throws Problem 404, 403 for another team's */
export async function readCase(ctx: StaffContext, caseId: string): Promise<CaseView> {
  requireRole(ctx, ...CITY_STAFF)
  const found = await store.findCase(ctx.db, ctx.cityId, { id: caseId })
  if (!found) throw notFound('Dieses Anliegen')
  requireTeam(ctx.actor, found.teamId)
  await recordLook(ctx.db, ctx, 'case.read', { kind: 'case', id: caseId })
  const teams = await teamsOf(ctx.db, ctx.cityId)
  const line = found.lineId ? await lineById(ctx.db, ctx.cityId, found.lineId) : null
  const service = await serviceOf(ctx.db, ctx.cityId, found.serviceId)
  const { timeZone } = await cityOf(ctx.db, ctx.cityId)
  const attachments = await listAttachments(ctx, caseId)
  const history = await store.historyOfCase(ctx.db, ctx.cityId, { caseId: found.id, callId: null })
  const appointment = appointmentIn(history)
  return {
    id: found.id,
    number: found.number,
    state: found.state,
    practice: found.practice,
    channel: found.channel,
    openedAt: found.openedAt.toISOString(),
    closedAt: found.closedAt?.toISOString() ?? null,
    team: { id: found.teamId, name: teams.find((team) => team.id === found.teamId)?.name ?? '' },
    line: line?.name ?? null,
    service: service && { ...service, documents: [...service.documents] },
    appointment: appointment && {
      state: appointment.state,
      text: spokenMoment(appointment.start, ctx.clock.now(), timeZone),
    },
    callOwed: isCallOwed(history),
    reason: found.reason,
    contactName: found.contactName,
    contactPhone: found.contactPhone,
    contactPhoneNational: found.contactPhone && formatNational(found.contactPhone),
    contactEmail: found.contactEmail,
    language: found.language,
    attachments,
    timeline: await timelineOf(ctx.db, ctx, found, attachments),
  }
}
