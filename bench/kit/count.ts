import type pg from 'pg'

/** What stands in the database, counted without the program. */
export interface Counted {
  booked: number
  held: number
  /** Appointments beyond what the people at work can serve at the same time, and pairs on the same lane at once. */
  overbooked: number
}

/** @param people so many work at any time of these days */
export async function countAppointments(
  database: pg.Client,
  dates: readonly string[],
  people: number,
): Promise<Counted> {
  const { rows } = await database.query<Counted>(
    `with standing as (
       select city_id, id, lane, state, starts_at, ends_at from appointment
       where date = any($1::date[]) and state in ('held', 'booked', 'arrived', 'called', 'served')
     ), at_once as (
       select s.starts_at, count(*) as n from (select distinct starts_at from standing) s
       join standing o on o.starts_at <= s.starts_at and o.ends_at > s.starts_at group by s.starts_at
     )
     select (select count(*)::int from standing where state = 'booked') as booked,
       (select count(*)::int from standing where state = 'held') as held,
       (select coalesce(sum(greatest(n - $2::int, 0)), 0)::int from at_once)
         + (select count(*)::int from standing a join standing b on a.city_id = b.city_id and a.lane = b.lane and a.id < b.id
            and a.starts_at < b.ends_at and b.starts_at < a.ends_at) as overbooked`,
    [dates, people],
  )
  const [counted] = rows
  if (!counted) throw new Error('nothing was counted')
  return counted
}
