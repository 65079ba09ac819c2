import { CompiledQuery } from 'kysely'
import { createCity } from '../../src/city/index.ts'
import type { Platform, StaffContext } from '../../src/platform/context.ts'
import type { Db } from '../../src/platform/db/connect.ts'
import { newId } from '../../src/platform/ids.ts'

/** A city with reports as a large one has them after years. */
export interface ReportTown {
  cityId: string
  host: string
  /** Sees all teams. */
  lead: StaffContext
  /** Sees one team of five. */
  clerk: StaffContext
}

const TEAMS = 5
const CATEGORIES = 8
/** Of a hundred: without an answer yet; on private ground. */
const OPEN = 5
const PRIVATE = 20
const STREETS = 600
/** On average each of them stands in one report of so many, from all down to one of 5,000. */
const WORDS = [
  'Gehweg',
  'kaputt',
  'Laterne',
  'Sperrmüll',
  'Spielplatz',
  'Hundekot',
  'Schaukel',
  'Wespennest',
] as const
const EVERY = [1, 2, 4, 10, 50, 250, 1_000, 5_000] as const
export const searchedWords = WORDS

/** Writes `count` reports, one every ten minutes until now, all released; one in twenty is open. */
export async function buildReportTown(platform: Platform, count: number): Promise<ReportTown> {
  const cityId = 'probe'
  const host = 'probe.example'
  await createCity(platform, {
    id: cityId,
    name: 'Probe',
    title: 'Stadt Probe',
    land: 'NW',
    areaCode: '02306',
    casePrefix: 'PR',
    hostnames: [host],
    demo: false,
  })
  const teams = Array.from({ length: TEAMS }, () => newId())
  const accounts = { lead: newId(), clerk: newId() }
  await query(
    platform.db,
    `insert into team (city_id, id, name, kind) select $1, id, 'Team ' || n, 'reports' from unnest($2::uuid[]) with ordinality u(id, n)`,
    [cityId, teams],
  )
  for (const [role, id] of Object.entries(accounts))
    await query(
      platform.db,
      `insert into account (city_id, id, login, name, role, password_hash, active, created_at) values ($1, $2, $3, $3, $3, '-', true, now())`,
      [cityId, id, role],
    )
  await query(
    platform.db,
    `insert into report_category (city_id, id, name, team_id, answer_hours, place, published)
     select $1, 'thema-' || n, 'Thema ' || n, ($2::uuid[])[n % ${TEAMS} + 1], 24, 'asked', true from generate_series(1, ${CATEGORIES}) n`,
    [cityId, teams],
  )
  await platform.db
    .connection()
    .execute((db) => insertReports(db, cityId, { teams, clerk: accounts.clerk, count }))
  await query(platform.db, 'vacuum analyze', [])
  const staff = (role: 'lead' | 'clerk', teamIds: readonly string[]): StaffContext => ({
    ...platform,
    cityId,
    actor: { kind: 'account', accountId: accounts[role], sessionId: newId(), role, name: role, teamIds },
  })
  return { cityId, host, lead: staff('lead', teams), clerk: staff('clerk', teams.slice(0, 1)) }
}

const query = (db: Db, text: string, values: readonly unknown[]) =>
  db.executeQuery(CompiledQuery.raw(text, [...values]))

async function insertReports(
  db: Db,
  cityId: string,
  { teams, clerk, count }: { teams: readonly string[]; clerk: string; count: number },
): Promise<void> {
  // The newest is of now; ids begin with their time, as the program's own do.
  await query(
    db,
    `create temporary table town as
     select n, now() - (($1::int - n) * interval '10 minutes') as at,
       (lpad(to_hex((extract(epoch from now() - (($1::int - n) * interval '10 minutes')) * 1000)::bigint), 12, '0')
         || '7' || substr(md5(n::text), 1, 3) || '8' || substr(md5(n::text), 4, 15))::uuid as id,
       n % 100 < ${PRIVATE} as hidden, (n * 7919) % 100 < ${OPEN} as open, 'Straße ' || (n * 31) % ${STREETS} as street
     from generate_series(1, $1::int) n`,
    [count],
  )
  await query(
    db,
    `insert into "case" (city_id, id, number, channel, team_id, reason, intake_outcome, state, opened_at, closed_at, owes_answer)
     select $1, id, 'PR-' || lpad(n::text, 6, '0'), 'web', ($2::uuid[])[n % ${TEAMS} + 1],
       concat_ws(' ', 'Seit ein paar Tagen ist hier etwas nicht in Ordnung, bitte sehen Sie einmal nach.',
         ${WORDS.map((word, index) => `case when n % ${EVERY[index]} = 0 then '${word}' end`).join(', ')}, 'Vorgang', md5(n::text)),
       'report', case when open then 'open' else 'settled' end, at, case when open then null else at + interval '1 day' end, open
     from town`,
    [cityId, teams],
  )
  await query(
    db,
    `insert into report (city_id, case_id, category_id, state, place, street, private_ground, lat, lon, due_at, assigned_to, answer, answered_at,
       released_at, released_by)
     select $1, id, 'thema-' || (n % ${CATEGORIES} + 1), case when open then 'received' else 'done' end, street || ' ' || n % 80, street, hidden,
       51.5 + (hashtext(n::text) & 65535) / 65536.0 * 0.2, 7.4 + (hashtext('x' || n) & 65535) / 65536.0 * 0.3, at + interval '3 days',
       case when n % 3 = 0 then $2::uuid end, case when open then null else 'Erledigt.' end, case when open then null else at + interval '1 day' end,
       at, $2::uuid
     from town`,
    [cityId, clerk],
  )
  await query(
    db,
    `insert into report_update (city_id, id, case_id, at, state, text)
     select $1, gen_random_uuid(), id, at + interval '1 hour', 'in-work', '' from town
     union all select $1, gen_random_uuid(), id, at + interval '1 day', 'done', 'Erledigt.' from town where not open`,
    [cityId],
  )
}
