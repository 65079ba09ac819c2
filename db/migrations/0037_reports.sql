-- Complaints and hints (Meldungen): a case with a category, a place and, before it may end, an answer.
create table report_category (
  city_id text not null references city,
  -- Stands in addresses and in the interface for other programs.
  id text not null check (id ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  name text not null check (length(name) between 1 and 80),
  description text not null default '' check (length(description) <= 300),
  team_id uuid not null,
  -- In service time: so long after its beginning a report has its answer.
  answer_hours int not null check (answer_hours between 1 and 2000),
  place text not null check (place in ('needed', 'asked', 'none')),
  -- What else is asked; src/reports/categories/model.ts says the shape.
  questions jsonb not null default '[]',
  -- What to do in place of reporting it here, such as calling 112.
  instead text check (length(instead) between 1 and 300),
  active boolean not null default true,
  position int not null default 0,
  primary key (city_id, id),
  constraint report_category_name unique (city_id, name),
  foreign key (city_id, team_id) references team
);

create table report (
  city_id text not null,
  case_id uuid not null,
  category_id text not null,
  state text not null check (state in ('received', 'in-work', 'planned', 'forwarded', 'done', 'not-done')),
  place text check (length(place) between 1 and 300),
  answers jsonb not null default '{}',
  due_at timestamptz not null,
  -- When it is said to happen, on a day of the city.
  planned_for date,
  -- The due time before whose end whoever reported was told that it may take longer.
  reminded_for timestamptz,
  assigned_to uuid,
  times_routed int not null default 0 check (times_routed >= 0),
  -- Of the words that open it for whoever reported; tries count whoever makes them, from wherever.
  secret_hash text,
  secret_tries int not null default 0,
  answer text check (length(answer) between 1 and 4000),
  answered_at timestamptz,
  -- Of the request that made it: sent again, it makes no second one.
  key_hash bytea check (octet_length(key_hash) = 32),
  primary key (city_id, case_id),
  foreign key (city_id, case_id) references "case",
  foreign key (city_id, category_id) references report_category,
  foreign key (city_id, assigned_to) references account,
  constraint report_ends_with_answer check (
    (state in ('done', 'not-done')) = (answer is not null) and (answer is null) = (answered_at is null)
  ),
  constraint report_planned_has_day check (state <> 'planned' or planned_for is not null)
);
create unique index report_key on report (city_id, key_hash) where key_hash is not null;
create index report_inbox on report (city_id, due_at, case_id) where answered_at is null;
create index report_answered on report (city_id, answered_at, case_id) where answered_at is not null;

-- What whoever reported gets to read, in the order it was written.
create table report_update (
  city_id text not null,
  id uuid not null,
  case_id uuid not null,
  at timestamptz not null,
  state text not null check (state in ('received', 'in-work', 'planned', 'forwarded', 'done', 'not-done')),
  text text not null check (length(text) <= 4000),
  planned_for date,
  -- Who wrote it; null: the person who reported.
  account_id uuid,
  primary key (city_id, id),
  foreign key (city_id, case_id) references report,
  foreign key (city_id, account_id) references account
);
create index report_update_of on report_update (city_id, case_id, at);

-- From which team to which, and why.
create table report_routing (
  city_id text not null,
  id uuid not null,
  case_id uuid not null,
  at timestamptz not null,
  from_team_id uuid not null,
  to_team_id uuid not null check (to_team_id <> from_team_id),
  account_id uuid not null,
  reason text not null check (length(reason) between 1 and 500),
  primary key (city_id, id),
  foreign key (city_id, case_id) references report,
  foreign key (city_id, from_team_id) references team,
  foreign key (city_id, to_team_id) references team,
  foreign key (city_id, account_id) references account
);
create index report_routing_of on report_routing (city_id, case_id, at);

alter table "case" drop constraint case_reason_check;
alter table "case" add constraint case_reason_check check (length(reason) between 1 and 4000);
alter table "case" drop constraint case_intake_outcome_check;
alter table "case" add constraint case_intake_outcome_check
  check (intake_outcome in ('callback', 'settled', 'hand-over', 'appointment', 'report'));

-- While a report has no answer, its case owes one and cannot end, whichever way somebody tries to close it.
alter table "case"
  add column owes_answer boolean not null default false,
  add constraint case_answered_before_it_ends check (state = 'open' or not owes_answer);
