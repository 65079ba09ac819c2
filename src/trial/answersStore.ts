import { sql } from 'kysely'
import type { Reader } from '../platform/db/connect.ts'
import type { Range } from './store.ts'

/** Of the cases opened on a day: answered within 24 service hours, of those that are answered or whose time is over. */
export interface Answers {
  answered24: number
  decided24: number
}

export const NO_ANSWERS: Answers = { answered24: 0, decided24: 0 }

/**
 * The answers to the cases opened in the range, by local day; docs/figures.md defines both.
 * @param at whose time was over by then
 */
export async function answersByDay(
  reader: Reader,
  city: { id: string; timeZone: string },
  { from, to }: Range,
  at: Date,
): Promise<Map<string, Answers>> {
  const { rows } = await sql<Answers & { day: string }>`
    select to_char(opened_at at time zone ${city.timeZone}::text, 'YYYY-MM-DD') as day,
      count(*) filter (where answered_at <= answer_by) as answered24,
      count(*) filter (where answered_at is not null or (state <> 'withdrawn' and answer_by <= ${at}::timestamptz))
        as decided24
    from (
      select k.opened_at, k.answer_by, k.state, least(
        case when k.intake_outcome = 'settled' then k.opened_at end,
        case when k.state = 'settled' then k.closed_at end,
        (select min(a.closed_at) from callback c
          join attempt a on a.city_id = c.city_id and a.callback_id = c.id and a.result = 'reached'
          where c.city_id = k.city_id and c.case_id = k.id)
      ) as answered_at
      from "case" k
      where k.city_id = ${city.id}::text and k.answer_by is not null
        and k.opened_at >= ${from}::timestamptz and k.opened_at < ${to}::timestamptz
    ) k
    group by 1`.execute(reader)
  return new Map(rows.map(({ day, ...answers }) => [day, answers]))
}
