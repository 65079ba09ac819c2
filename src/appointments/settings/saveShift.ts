import type { StaffContext } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { invalid, notFound } from '../../platform/problems.ts'
import { changeSettings } from './changeSettings.ts'
import type { ConflictView, ExceptionInput, ShiftInput } from '../contract.ts'
import * as store from './settingsStore.ts'
import { type ShiftProblem, shiftProblems } from '../capacity/shiftRule.ts'

interface Saved {
  id: string
  conflicts: ConflictView[]
}

/** Adds a shift to an office (`id` null) or changes one. @throws Problem 409 `conflicts`, 404, 422, 403 */
export async function saveShift(
  ctx: StaffContext,
  officeId: string,
  id: string | null,
  input: ShiftInput,
): Promise<Saved> {
  const problems = shiftProblems(input)
  if (problems.length > 0) throw invalid(atFields(problems, input.pattern))
  const shiftId = id ?? newId(ctx.clock.now().getTime())
  const { conflicts } = await changeSettings(ctx, officeId, input.acceptConflicts, async (tx) => {
    const row = columns(input)
    if (id === null) {
      await store.insertShift(tx, { city_id: ctx.cityId, id: shiftId, office_id: officeId, ...row })
      return
    }
    if (!(await store.updateShift(tx, ctx.cityId, officeId, id, row))) throw notFound('Diesen Dienst')
  })
  return { id: shiftId, conflicts }
}

const PATTERN_FIELDS: readonly string[] = ['weekdays', 'everyWeeks', 'until']

/** By the names that the fields have in the input. */
function atFields(
  problems: readonly ShiftProblem[],
  { kind }: ShiftInput['pattern'],
): Record<string, string> {
  const first = kind === 'day' ? 'date' : 'from'
  const nameOf = (field: string) =>
    field === 'date' ? `pattern.${first}` : PATTERN_FIELDS.includes(field) ? `pattern.${field}` : field
  return Object.fromEntries(problems.map(({ field, message }) => [nameOf(field), message]))
}

const columns = ({ label, people, skills, pattern, opens, closes, breaks }: ShiftInput) => ({
  label,
  people,
  skills: skills && [...new Set(skills)].toSorted(),
  opens,
  closes,
  breaks: JSON.stringify(breaks),
  kind: pattern.kind,
  ...(pattern.kind === 'day'
    ? { weekdays: [], every_weeks: 1, from_date: pattern.date, until_date: null }
    : {
        weekdays: [...new Set(pattern.weekdays)].toSorted(),
        every_weeks: pattern.everyWeeks,
        from_date: pattern.from,
        until_date: pattern.until,
      }),
})

/** Removes a shift. @throws Problem 409 `conflicts`, 404, 403 */
export async function removeShift(
  ctx: StaffContext,
  officeId: string,
  id: string,
  accept: boolean,
): Promise<{ conflicts: ConflictView[] }> {
  return changeSettings(ctx, officeId, accept, async (tx) => {
    if (!(await store.deleteShift(tx, ctx.cityId, officeId, id))) throw notFound('Diesen Dienst')
  })
}

/** Gives a shift other staff on one day: so many people, none (null), or as usual again (absent). @throws Problem as `saveShift` */
export async function setShiftException(
  ctx: StaffContext,
  at: { officeId: string; shiftId: string; date: string },
  { people, acceptConflicts }: ExceptionInput,
): Promise<{ conflicts: ConflictView[] }> {
  return changeSettings(ctx, at.officeId, acceptConflicts, async (tx) => {
    if (!(await store.hasShift(tx, ctx.cityId, at.officeId, at.shiftId))) throw notFound('Diesen Dienst')
    await store.setException(tx, ctx.cityId, at.shiftId, at.date, people)
  })
}
