-- A trial: what it asks, when, against what time before, with which targets and which rule. The days stand as ranges beside
-- the plan, so that the database holds what must be true of them.
create table trial (
  city_id text not null references city,
  id uuid not null,
  state text not null default 'draft' check (state in ('draft', 'running', 'closed', 'decided')),
  plan jsonb not null,
  period daterange not null constraint trial_period_not_empty check (not isempty(period)),
  baseline daterange not null constraint trial_baseline_not_empty check (not isempty(baseline)),
  created_at timestamptz not null,
  locked_at timestamptz,
  closed_at timestamptz,
  decided_at timestamptz,
  decision text check (decision in ('continue', 'adapt', 'end')),
  decision_text text check (length(decision_text) between 1 and 2000),
  -- From then on everybody may read the result.
  published_at timestamptz,
  primary key (city_id, id),
  constraint trial_baseline_is_before check (upper(baseline) <= lower(period)),
  constraint trial_locked check ((state = 'draft') = (locked_at is null)),
  constraint trial_closed check ((state in ('closed', 'decided')) = (closed_at is not null)),
  constraint trial_published check (published_at is null or closed_at is not null),
  constraint trial_decided check ((state = 'decided') = (decided_at is not null)
    and (decided_at is null) = (decision is null)),
  -- Two trials at once would each be blamed for the other's effect.
  constraint trial_alone exclude using gist (city_id with =, period with &&) where (state <> 'draft')
);

-- What was changed after the start: nothing of it is ever rewritten.
create table trial_change (
  city_id text not null,
  id uuid not null,
  trial_id uuid not null,
  at timestamptz not null,
  account_id uuid not null,
  reason text not null check (length(reason) between 1 and 500),
  before jsonb not null,
  after jsonb not null,
  primary key (city_id, id),
  foreign key (city_id, trial_id) references trial (city_id, id)
);

-- The end of a trial: what was counted, what was worked out of it, and the fingerprint of the former.
create table trial_result (
  city_id text not null,
  trial_id uuid not null,
  at timestamptz not null,
  inputs jsonb not null,
  result jsonb not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (city_id, trial_id),
  foreign key (city_id, trial_id) references trial (city_id, id)
);

-- What another telephone system wrote down before: the file as it came, and its calls. No number, no name, no agent.
create table past_import (
  city_id text not null references city,
  id uuid not null,
  kind text not null check (kind in ('queue-log')),
  file_name text not null check (length(file_name) between 1 and 200),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size integer not null check (size > 0),
  packed bytea not null,
  at timestamptz not null,
  account_id uuid not null,
  calls integer not null check (calls >= 0),
  oddities jsonb not null,
  primary key (city_id, id),
  constraint past_import_once unique (city_id, sha256)
);

create table past_call (
  city_id text not null,
  import_id uuid not null,
  -- Its name in its source; two files that overlap name the same call alike.
  key text not null check (length(key) between 1 and 200),
  queue text not null check (length(queue) <= 100),
  offered_at timestamptz not null,
  ended text not null check (ended in ('answered', 'abandoned', 'timed-out', 'left', 'unknown')),
  wait_s integer check (wait_s >= 0),
  talk_s integer check (talk_s >= 0),
  primary key (city_id, import_id, key),
  foreign key (city_id, import_id) references past_import (city_id, id) on delete cascade
);
create index past_call_time on past_call (city_id, offered_at);

create trigger trial_result_stays before update or delete or truncate on trial_result
  for each statement execute function refuse_change();
create trigger trial_change_stays before update or delete or truncate on trial_change
  for each statement execute function refuse_change();

-- Once the figures are counted, neither the plan nor its days change any more.
create function keep_closed_plan() returns trigger language plpgsql as $$
begin
  if old.closed_at is not null and (new.plan, new.period, new.baseline, new.locked_at, new.closed_at)
    is distinct from (old.plan, old.period, old.baseline, old.locked_at, old.closed_at)
  then
    raise exception 'the plan of a closed trial stays' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger trial_plan_stays before update on trial for each row execute function keep_closed_plan();
