-- When the capacity of an office becomes bookable, and for whom. A plan is changed by a further version, which a second
-- person approves; then the version before it ends.
create table release_plan (
  city_id text not null,
  -- The same for all versions of a plan.
  id uuid not null,
  version int not null check (version >= 1),
  office_id text not null,
  name text not null check (length(name) between 1 and 80),
  kind text not null check (kind in ('batch', 'rolling', 'pool', 'quota')),
  -- The days that it decides about.
  first_date date not null,
  last_date date,
  -- By kind; local dates and minutes since local midnight.
  rule jsonb not null check (jsonb_typeof(rule) = 'object'),
  state text not null check (state in ('draft', 'submitted', 'active', 'ended', 'withdrawn')),
  -- Who wrote this version; nobody else changes it.
  author_id uuid not null,
  created_at timestamptz not null,
  submitted_at timestamptz,
  approved_by uuid,
  approved_at timestamptz,
  -- Without the plan its days are open at once, so ending it takes two persons, too.
  end_asked_by uuid,
  end_asked_at timestamptz,
  ended_by uuid,
  ended_at timestamptz,
  -- The version that took its place.
  replaced_by int,
  primary key (city_id, id, version),
  foreign key (city_id, office_id) references office,
  foreign key (city_id, author_id) references account,
  foreign key (city_id, approved_by) references account,
  foreign key (city_id, end_asked_by) references account,
  foreign key (city_id, ended_by) references account,
  constraint release_plan_last_date check (last_date is null or last_date >= first_date),
  constraint release_plan_batch_has_end check (kind <> 'batch' or last_date is not null),
  constraint release_plan_submitted check (state in ('draft', 'withdrawn') or submitted_at is not null),
  constraint release_plan_second_person check (approved_by <> author_id),
  constraint release_plan_approved check (
    state not in ('active', 'ended') or (approved_by is not null and approved_at is not null)),
  constraint release_plan_end_second_person check (ended_by <> end_asked_by),
  constraint release_plan_ended check (state <> 'ended' or (ended_at is not null
    and (replaced_by is not null or (end_asked_by is not null and ended_by is not null)))),
  -- One plan of a kind decides about a day.
  constraint release_plan_one_per_day exclude using gist
    (city_id with =, office_id with =, kind with =, daterange(first_date, last_date, '[]') with &&)
    where (state = 'active')
);
create unique index release_plan_one_active on release_plan (city_id, id) where state = 'active';
create unique index release_plan_one_open on release_plan (city_id, id) where state in ('draft', 'submitted');

-- Whose quota the minutes of an appointment count for, where that is not its channel's.
alter table appointment add column quota text check (quota in ('web', 'phone', 'counter', 'emergency'));

-- A time that somebody gave back and nobody gets before the moment at which the office gives such times out.
create table appointment_kept (
  city_id text not null,
  id uuid not null,
  office_id text not null,
  date date not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- Where it stands, as an appointment does.
  lane text not null,
  units jsonb not null default '{}' check (jsonb_typeof(units) = 'object'),
  services jsonb not null check (jsonb_typeof(services) = 'array'),
  devices text[] not null default '{}',
  kept_until timestamptz not null,
  primary key (city_id, id),
  foreign key (city_id, office_id, date) references office_day,
  constraint appointment_kept_ends_later check (starts_at < ends_at)
);
create index appointment_kept_of_day on appointment_kept (city_id, office_id, date);
