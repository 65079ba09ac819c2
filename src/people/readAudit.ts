import { requireRole, type StaffContext } from '../platform/context.ts'
import type { AuditView } from './contract.ts'
import * as store from './store.ts'

const NEWEST = 200

/** Who looked at what and who did what, newest first. Names no citizen, so this look itself is not recorded. */
export async function readAudit(ctx: StaffContext): Promise<AuditView[]> {
  requireRole(ctx, 'admin')
  return (await store.listAudit(ctx.db, ctx.cityId, NEWEST)).map((row) => ({
    at: row.at.toISOString(),
    accountId: row.account_id,
    accountName: row.name,
    action: row.action,
    subject: { kind: row.subject_kind, id: row.subject_id, caseId: row.case_id },
    note: row.note,
  }))
}
