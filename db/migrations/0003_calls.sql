create table call (
  city_id text not null references city,
  id uuid not null,
  source text not null check (source in ('asterisk', 'cti', 'training')),
  -- The call's name in its source: channel id, callId, or our own id for a training call.
  source_key text not null,
  direction text not null default 'in' check (direction in ('in', 'out')),
  line_id uuid,
  caller text check (caller ~ '^\+[1-9][0-9]{5,14}$'),
  state text not null check (state in ('waiting', 'connected', 'ended')),
  offered_at timestamptz not null,
  answered_at timestamptz,
  ended_at timestamptz,
  -- From the first INVITE to the person, and with the person; null while not known.
  wait_ms int check (wait_ms >= 0),
  talk_ms int check (talk_ms >= 0),
  agent_id uuid,
  answered_by text,
  end_reason text check (end_reason in ('abandoned', 'caller-hung-up', 'agent-hung-up', 'closed', 'handed-over', 'busy', 'failed', 'unknown-end')),
  answer_promise text check (answer_promise in ('open', 'kept', 'broken')),
  answer_cause text check (answer_cause in ('all-busy', 'none-signed-in', 'ring-no-answer', 'trunk-down', 'caller-left', 'unknown')),
  case_id uuid,
  primary key (city_id, id),
  unique (city_id, source, source_key),
  foreign key (city_id, line_id) references line,
  foreign key (city_id, agent_id) references account,
  constraint call_end_has_reason check ((state = 'ended') = (end_reason is not null)),
  constraint call_broken_has_cause check ((answer_promise = 'broken') = (answer_cause is not null) or answer_promise is null),
  constraint call_training_promises_nothing check (source <> 'training' or answer_promise is null)
);
create index call_by_day on call (city_id, offered_at);
create index call_live on call (city_id, state) where state <> 'ended';
create index call_by_caller on call (city_id, caller);

-- One party's channel; the id is chosen by us and written before the telephone system hears of it.
create table leg (
  city_id text not null references city,
  id text not null,
  call_id uuid,
  attempt_id uuid,
  party text not null check (party in ('caller', 'agent', 'clerk', 'citizen')),
  account_id uuid,
  created_at timestamptz not null,
  answered_at timestamptz,
  ended_at timestamptz,
  cause int,
  rtp_received int,
  rtp_sent int,
  primary key (city_id, id),
  check ((call_id is null) <> (attempt_id is null))
);
create index leg_live on leg (city_id) where ended_at is null;

-- What an agent or clerk is doing now; written by the one process that distributes calls.
create table presence (
  city_id text not null,
  account_id uuid not null,
  state text not null check (state in ('offline', 'not-ready', 'available', 'offered', 'in-call', 'wrap-up', 'training')),
  since timestamptz not null,
  call_id uuid,
  primary key (city_id, account_id),
  foreign key (city_id, account_id) references account on delete cascade
);

-- One controller per telephone system: who holds the lease speaks to it.
create table lease (
  name text primary key,
  holder uuid not null,
  expires_at timestamptz not null
);

create table cti_source (
  city_id text not null references city,
  id uuid not null,
  kind text not null check (kind in ('generic', 'sipgate')),
  name text not null check (length(name) between 1 and 80),
  token_hash bytea not null unique,
  -- sipgate.io signs its pushes; PEM of the key that checks them.
  public_key text,
  signature_required boolean not null default false,
  active boolean not null default true,
  created_at timestamptz not null,
  primary key (city_id, id),
  unique (city_id, name),
  check (not signature_required or public_key is not null)
);
