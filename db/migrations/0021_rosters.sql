-- A team whose roster was begun: from then on the roster says who makes callbacks, also where it is empty.
create table roster (
  city_id text not null,
  team_id uuid not null,
  since timestamptz not null,
  primary key (city_id, team_id),
  foreign key (city_id, team_id) references team on delete cascade
);

-- When somebody makes callbacks for a team; minutes since local midnight. A day's entries of a person stand instead of
-- all that the week says of that day.
create table roster_entry (
  city_id text not null,
  id uuid not null,
  team_id uuid not null,
  account_id uuid not null,
  kind text not null check (kind in ('weekly', 'day')),
  weekday int not null check (weekday between 1 and 7),
  opens int not null check (opens between 0 and 1439),
  closes int not null check (closes between 1 and 1440),
  break_opens int,
  break_closes int,
  -- Percent of the time that goes to callbacks: less than 100 beside the counter.
  share int not null default 100 check (share between 1 and 100),
  -- 2: every other week, counted from the week of the first day.
  every_weeks int not null default 1 check (every_weeks in (1, 2)),
  -- A Monday is where weeks are counted from.
  from_date date not null check (from_date >= '2020-01-06'),
  until_date date,
  primary key (city_id, id),
  foreign key (city_id, team_id) references roster on delete cascade,
  foreign key (city_id, account_id) references account on delete cascade,
  constraint roster_entry_closes_later check (opens < closes),
  constraint roster_entry_until_later check (until_date >= from_date),
  constraint roster_entry_break check (
    (break_opens is null) = (break_closes is null)
    and (break_opens is null or (opens < break_opens and break_opens < break_closes and break_closes < closes))),
  constraint roster_entry_day check (kind = 'weekly'
    or (until_date is not null and until_date = from_date and every_weeks = 1
      and weekday = extract(isodow from from_date))),
  -- Nobody is in two places; the last range holds even and odd weeks apart.
  constraint roster_entry_overlap exclude using gist (
    city_id with =, account_id with =, kind with =, weekday with =,
    int4range(opens, closes) with &&,
    daterange(from_date, until_date, '[]') with &&,
    (case when every_weeks = 1 then int4range(0, 2)
      else int4range((from_date - date '2020-01-06') / 7 % 2, (from_date - date '2020-01-06') / 7 % 2 + 1) end) with &&)
);
create index roster_entry_of_team on roster_entry (city_id, team_id);

-- Whole days; without a last one until further notice. Why is nobody's business here.
create table roster_absence (
  city_id text not null,
  id uuid not null,
  account_id uuid not null,
  from_date date not null,
  until_date date,
  primary key (city_id, id),
  foreign key (city_id, account_id) references account on delete cascade,
  constraint roster_absence_until_later check (until_date >= from_date),
  constraint roster_absence_overlap exclude using gist (
    city_id with =, account_id with =, daterange(from_date, until_date, '[]') with &&)
);
