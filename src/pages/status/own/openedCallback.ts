import { type CitizenCallback, readByCitizen } from '../../../callbacks/index.ts'
import { Problem } from '../../../platform/problems.ts'
import type { Visit } from '../../visit.ts'
import { showStatusForm } from '../showStatusForm.tsx'
import { readKey } from './keep.ts'
import { ownTexts } from './texts.ts'

/** The callback that this browser has opened, or the form that opens it by the number of the case. */
export async function openedCallback(visit: Visit): Promise<CitizenCallback | Response> {
  const key = readKey(visit.c)
  const askAgain = () => showStatusForm(visit, { notice: ownTexts[visit.frame.lang].gone, status: 404 })
  if (!key) return askAgain()
  try {
    return await readByCitizen(visit.ctx, key.id, key.key)
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return askAgain()
    throw error
  }
}
