import { type Line, lineById } from '../city/index.ts'
import type { StaffContext } from '../platform/context.ts'
import type { Reader } from '../platform/db/connect.ts'
import { conflict, notAllowed, notFound } from '../platform/problems.ts'
import { callById, type CallRecord } from '../telephony/index.ts'

/** The call that this account answered. @throws Problem 404 for no such call, 403 for somebody else's */
export async function ownCall(reader: Reader, ctx: StaffContext, callId: string): Promise<CallRecord> {
  const call = await callById(reader, ctx.cityId, callId)
  if (!call) throw notFound('Diesen Anruf')
  if (call.agentId !== ctx.actor.accountId) throw notAllowed()
  return call
}

/** The line whose people serve the caller: the called one, until it is handed over. @throws Problem 409 for a call of a telephone system whose number belongs to no line */
export async function lineOfCall(reader: Reader, ctx: StaffContext, call: CallRecord): Promise<Line> {
  const lineId = call.servedLineId ?? call.lineId
  const line = lineId ? await lineById(reader, ctx.cityId, lineId) : null
  if (!line) throw conflict('no-line', 'Dieser Anruf gehört zu keiner Rufnummer der Stadt.')
  return line
}
