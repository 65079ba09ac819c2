create table "case" (
  city_id text not null references city,
  id uuid not null,
  number text not null,
  channel text not null check (channel in ('phone', 'web', 'email', 'counter')),
  practice boolean not null default false,
  call_id uuid,
  line_id uuid,
  team_id uuid not null,
  service_id text,
  reason text not null check (length(reason) between 1 and 2000),
  contact_name text check (length(contact_name) between 1 and 120),
  contact_phone text check (contact_phone ~ '^\+[1-9][0-9]{5,14}$'),
  -- What the first contact led to; the day's figures count it.
  intake_outcome text not null check (intake_outcome in ('callback', 'settled', 'hand-over')),
  state text not null check (state in ('open', 'settled', 'not-reached', 'withdrawn')),
  opened_at timestamptz not null,
  opened_by uuid,
  closed_at timestamptz,
  primary key (city_id, id),
  unique (city_id, number),
  foreign key (city_id, call_id) references call,
  foreign key (city_id, line_id) references line,
  foreign key (city_id, team_id) references team,
  foreign key (city_id, service_id) references service,
  foreign key (city_id, opened_by) references account,
  check ((state = 'open') = (closed_at is null))
);
create unique index case_one_per_call on "case" (city_id, call_id) where call_id is not null;
create index case_open_by_phone on "case" (city_id, contact_phone) where state = 'open';
alter table call add foreign key (city_id, case_id) references "case";

create table case_note (
  city_id text not null,
  id uuid not null,
  case_id uuid not null,
  at timestamptz not null,
  account_id uuid not null,
  text text not null check (length(text) between 1 and 2000),
  primary key (city_id, id),
  foreign key (city_id, case_id) references "case",
  foreign key (city_id, account_id) references account
);
create index case_note_by_case on case_note (city_id, case_id);

-- The form an agent fills during the call; a reload or a lost socket finds it again.
create table intake (
  city_id text not null,
  call_id uuid not null,
  account_id uuid not null,
  draft jsonb not null,
  updated_at timestamptz not null,
  completed_at timestamptz,
  primary key (city_id, call_id),
  foreign key (city_id, call_id) references call,
  foreign key (city_id, account_id) references account
);
create index intake_open on intake (city_id, account_id) where completed_at is null;

-- How many callbacks a team can make in a window; no promise beyond it can be written.
-- `capacity` is the team's number when somebody last booked; an administrator may have changed it since.
create table window_capacity (
  city_id text not null,
  team_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  capacity int not null check (capacity >= 0),
  taken int not null default 0,
  primary key (city_id, team_id, starts_at),
  foreign key (city_id, team_id) references team,
  check (starts_at < ends_at),
  constraint window_capacity_kept check (taken between 0 and capacity)
);

create table callback (
  city_id text not null references city,
  id uuid not null,
  case_id uuid not null,
  team_id uuid not null,
  practice boolean not null default false,
  -- The promise: what the citizen was told, by whom, and how it ended.
  window_start timestamptz not null,
  window_end timestamptz not null,
  promised_at timestamptz not null,
  promised_by uuid,
  promise text not null default 'open' check (promise in ('open', 'kept', 'broken', 'withdrawn')),
  decided_at timestamptz,
  cause text check (cause in ('nobody-took-it', 'owner-did-not-call', 'telephone-failed')),
  -- The work: when it is to be tried next, and who has it in hand.
  state text not null default 'waiting' check (state in ('waiting', 'taken', 'done')),
  due_from timestamptz not null,
  due_until timestamptz not null,
  owner_id uuid,
  taken_at timestamptz,
  -- One unit of window_capacity of this team at due_from is taken for it.
  books_unit boolean not null default false,
  attempts int not null default 0 check (attempts between 0 and 3),
  outcome text check (outcome in ('settled', 'not-reached', 'needs-appointment', 'withdrawn')),
  done_at timestamptz,
  primary key (city_id, id),
  foreign key (city_id, case_id) references "case",
  foreign key (city_id, team_id) references team,
  foreign key (city_id, owner_id) references account,
  foreign key (city_id, promised_by) references account,
  check (window_start < window_end and due_from < due_until),
  constraint callback_decided check ((promise = 'open') = (decided_at is null)),
  constraint callback_broken_has_cause check ((promise = 'broken') = (cause is not null)),
  constraint callback_taken_has_owner check (state <> 'taken' or (owner_id is not null and taken_at is not null)),
  constraint callback_done_has_outcome check ((state = 'done') = (outcome is not null and done_at is not null)),
  constraint callback_done_is_decided check (state <> 'done' or promise <> 'open')
);
create unique index callback_one_open_per_case on callback (city_id, case_id) where state <> 'done';
create index callback_worklist on callback (city_id, team_id, due_until) where state <> 'done';
create index callback_open_promise on callback (window_end) where promise = 'open';
create index callback_by_day on callback (city_id, window_end);

create table attempt (
  city_id text not null,
  id uuid not null,
  callback_id uuid not null,
  number int not null check (number between 1 and 3),
  account_id uuid not null,
  via text not null check (via in ('asterisk', 'tel', 'training')),
  started_at timestamptz not null,
  -- The citizen's telephone rang; this moment keeps the promise.
  rang_at timestamptz,
  answered_at timestamptz,
  hung_up_at timestamptz,
  closed_at timestamptz,
  result text check (result in ('reached', 'busy', 'no-answer', 'voicemail', 'failed')),
  primary key (city_id, id),
  foreign key (city_id, callback_id) references callback,
  foreign key (city_id, account_id) references account,
  check ((closed_at is null) = (result is null))
);
create unique index attempt_one_open on attempt (city_id, callback_id) where closed_at is null;
create index attempt_by_callback on attempt (city_id, callback_id);
alter table leg add foreign key (city_id, call_id) references call;
alter table leg add foreign key (city_id, attempt_id) references attempt;
