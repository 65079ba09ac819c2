create extension if not exists btree_gist;

create table city (
  id text primary key check (id ~ '^[a-z][a-z0-9-]{1,30}$'),
  name text not null check (length(name) between 1 and 80),
  title text not null check (length(title) between 1 and 120),
  land text not null check (land in ('BW','BY','BE','BB','HB','HH','HE','MV','NI','NW','RP','SL','SN','ST','SH','TH')),
  time_zone text not null default 'Europe/Berlin',
  area_code text not null check (area_code ~ '^0[1-9][0-9]{1,4}$'),
  case_prefix text not null unique check (case_prefix ~ '^[A-Z]{1,3}$'),
  hostnames text[] not null default '{}',
  demo boolean not null default false,
  created_at timestamptz not null
);

create table provider (
  city_id text not null references city,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  contract_on date,
  primary key (city_id, id),
  unique (city_id, name)
);

create table team (
  city_id text not null references city,
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  kind text not null check (kind in ('service-desk', 'office', 'reports', 'department')),
  provider_id uuid,
  callbacks_per_hour int not null default 0 check (callbacks_per_hour between 0 and 1000),
  primary key (city_id, id),
  unique (city_id, name),
  foreign key (city_id, provider_id) references provider
);

create table line (
  city_id text not null references city,
  id uuid not null,
  number text not null unique check (number ~ '^\+[1-9][0-9]{5,14}$'),
  name text not null check (length(name) between 1 and 80),
  purpose text not null check (purpose in ('service', 'report')),
  greeting text not null check (length(greeting) between 1 and 400),
  answering_team_id uuid not null,
  callback_team_id uuid not null,
  position int not null default 0,
  active boolean not null default true,
  primary key (city_id, id),
  unique (city_id, name),
  foreign key (city_id, answering_team_id) references team,
  foreign key (city_id, callback_team_id) references team
);

-- Minutes since midnight, local time of the city: an opening never crosses midnight and never overlaps another.
create table service_hours (
  city_id text not null references city,
  weekday int not null check (weekday between 1 and 7),
  opens int not null check (opens between 0 and 1439),
  closes int not null check (closes between 1 and 1440),
  primary key (city_id, weekday, opens),
  check (opens < closes),
  constraint service_hours_overlap exclude using gist (city_id with =, weekday with =, int4range(opens, closes) with &&)
);

create table closure (
  city_id text not null references city,
  date date not null,
  reason text not null check (length(reason) between 1 and 200),
  primary key (city_id, date)
);

create table account (
  city_id text not null references city,
  id uuid not null,
  login text not null unique check (login = lower(login) and length(login) between 2 and 120),
  name text not null check (length(name) between 1 and 120),
  role text not null check (role in ('agent', 'clerk', 'report', 'lead', 'admin')),
  provider_id uuid,
  password_hash text not null,
  totp_secret text,
  -- Offered but not confirmed with a code yet: does not count at sign-in.
  totp_pending text,
  totp_last_step int,
  active boolean not null default true,
  created_at timestamptz not null,
  primary key (city_id, id),
  foreign key (city_id, provider_id) references provider,
  constraint account_agent_of_provider check ((role = 'agent') = (provider_id is not null))
);

create table account_team (
  city_id text not null,
  account_id uuid not null,
  team_id uuid not null,
  primary key (city_id, account_id, team_id),
  foreign key (city_id, account_id) references account on delete cascade,
  foreign key (city_id, team_id) references team
);

create table session (
  city_id text not null,
  id uuid not null,
  token_hash bytea not null unique,
  account_id uuid not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  user_agent text not null default '',
  primary key (city_id, id),
  foreign key (city_id, account_id) references account on delete cascade
);

-- Counts failures per key (sign-in, status page) so that guessing is slow from any process.
create table throttle (
  key text primary key,
  failures int not null check (failures > 0),
  blocked_until timestamptz not null,
  updated_at timestamptz not null
);

create table event (
  seq bigint generated always as identity primary key,
  city_id text not null references city,
  id uuid not null unique,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('system', 'account', 'citizen', 'caller', 'api')),
  actor_id uuid,
  kind text not null,
  version int not null check (version > 0),
  subject_id text not null,
  case_id uuid,
  data jsonb not null,
  check ((actor_kind = 'account') = (actor_id is not null))
);
create index event_by_time on event (city_id, at);
create index event_by_subject on event (city_id, subject_id);
create index event_by_case on event (city_id, case_id) where case_id is not null;

create table audit (
  seq bigint generated always as identity primary key,
  city_id text not null references city,
  id uuid not null unique,
  at timestamptz not null,
  account_id uuid not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null
);
create index audit_by_time on audit (city_id, at);
create index audit_by_subject on audit (city_id, subject_kind, subject_id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;
create trigger event_append_only before update or delete or truncate on event execute function refuse_change();
create trigger audit_append_only before update or delete or truncate on audit execute function refuse_change();

-- Listeners learn of an event when its transaction commits; the payload names it, the row tells it.
create function announce_event() returns trigger language plpgsql as $$
begin
  perform pg_notify('live', json_build_object('city', new.city_id, 'topic', new.kind, 'subject', new.subject_id, 'seq', new.seq)::text);
  return null;
end $$;
create trigger event_announce after insert on event for each row execute function announce_event();
