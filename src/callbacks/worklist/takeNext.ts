import { teamScope } from '../../cases/index.ts'
import { teamsOf } from '../../city/index.ts'
import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import { Problem } from '../../platform/problems.ts'
import type { NextInput } from '../contract.ts'
import { emitCallback } from '../events.ts'
import { CALLERS } from './hands.ts'
import { rankNext, type Why } from './nextBestRule.ts'
import { candidateOf } from './candidateOf.ts'
import { type Asked, type Kind, languagesOf, takeFirstOf, waiting } from './nextBestStore.ts'

export interface Taken {
  id: string
  /** Why this one is the next best. */
  why: Why
}

/** What may come next, in this order: what is due before what is not, practice after what is real, and what one speaks first. */
const KINDS: readonly Kind[] = [true, false].flatMap((begun) =>
  [false, true].flatMap((practice) => [true, false].map((spoken) => ({ begun, practice, spoken }))),
)

/**
 * Takes the next best callback of the own teams (`rankNext`). What this person has in hand already is not asked again.
 * @throws Problem 404 `nothing-waits`
 */
export async function takeNext(ctx: StaffContext, only: NextInput = {}): Promise<Taken> {
  requireRole(ctx, ...CALLERS)
  return inTransaction(ctx, async (tx) => {
    const asked = await questionOf(tx, ctx, only)
    for (const kind of kindsFor(asked)) {
      const taken = await takeOfKind(tx, ctx, asked, kind)
      if (taken) return taken
    }
    throw new Problem(404, 'nothing-waits', 'Zurzeit wartet kein Rückruf.')
  })
}

/** The ids of the next best, so many at most, without taking them. */
export async function peekNext(ctx: StaffContext, only: NextInput, count: number): Promise<string[]> {
  requireRole(ctx, ...CALLERS)
  const asked = await questionOf(ctx.db, ctx, only)
  for (const kind of kindsFor(asked)) {
    const ranked = await rank(ctx.db, ctx, asked, kind)
    if (ranked.length > 0) return ranked.slice(0, count).map(({ id }) => id)
  }
  return []
}

type Question = Omit<Asked, 'not'>

/** Where nobody has said what an account speaks, everything counts as spoken: nothing is left for a second look. */
const kindsFor = ({ languages }: Question): readonly Kind[] =>
  languages.length === 0 ? KINDS.filter(({ spoken }) => spoken) : KINDS

async function questionOf(reader: Reader, ctx: StaffContext, only: NextInput): Promise<Question> {
  const { actor, cityId } = ctx
  const scope = teamScope(actor)
  const teamIds = scope === 'all' ? (await teamsOf(reader, cityId)).map(({ id }) => id) : scope
  const languages = await languagesOf(reader, cityId, actor.accountId)
  return { teamIds, accountId: actor.accountId, now: ctx.clock.now(), languages, only }
}

async function rank(
  reader: Reader,
  { cityId }: StaffContext,
  asked: Question,
  kind: Kind,
  not: readonly string[] = [],
) {
  const rows = await waiting(reader, cityId, { ...asked, not }, kind)
  const candidates = rows.map((row) => candidateOf(row, asked.accountId))
  return rankNext(candidates, asked.now.getTime())
}

async function takeOfKind(tx: Tx, ctx: StaffContext, asked: Question, kind: Kind): Promise<Taken | null> {
  const { accountId, now } = asked
  for (const not: string[] = []; ;) {
    const ranked = await rank(tx, ctx, asked, kind, not)
    if (ranked.length === 0) return null
    const ids = ranked.map(({ id }) => id)
    const taken = await takeFirstOf(tx, ctx.cityId, ids, { id: accountId, at: now })
    const best = ranked.find(({ id }) => id === taken?.id)
    if (taken && best) {
      const subject = { id: taken.id, caseId: taken.caseId, at: now }
      await emitCallback(tx, ctx, 'callback.taken', subject, { ownerId: accountId })
      return best
    }
    // All of these are being taken by others: what stands behind them is asked for.
    not.push(...ids)
  }
}
