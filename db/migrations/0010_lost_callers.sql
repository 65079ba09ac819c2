-- A caller with a number who was not served: proposed to the line's callback team at once.
create table callback_proposal (
  city_id text not null references city,
  id uuid not null,
  line_id uuid not null,
  team_id uuid not null,
  -- Removed by rule some days after the proposal has ended.
  caller text check (caller ~ '^\+[1-9][0-9]{5,14}$'),
  -- Of the first lost call; later ones of the same number on the same line join this proposal.
  called_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'accepted', 'dismissed', 'withdrawn')),
  decided_at timestamptz,
  decided_by uuid,
  -- Why it was not needed: a closed word when withdrawn by itself, the clerk's words when dismissed.
  withdrawn_because text check (withdrawn_because in ('reached-somebody', 'promised', 'too-old')),
  dismissed_because text check (length(dismissed_because) between 1 and 200),
  case_id uuid,
  primary key (city_id, id),
  foreign key (city_id, line_id) references line,
  foreign key (city_id, team_id) references team,
  foreign key (city_id, decided_by) references account,
  foreign key (city_id, case_id) references "case",
  constraint proposal_open_has_number check (state <> 'open' or caller is not null),
  constraint proposal_decided check ((state = 'open') = (decided_at is null)),
  constraint proposal_accepted_has_case check ((state = 'accepted') = (case_id is not null)),
  constraint proposal_withdrawn_has_reason check ((state = 'withdrawn') = (withdrawn_because is not null)),
  constraint proposal_dismissed_has_reason check ((state = 'dismissed') = (dismissed_because is not null))
);
create unique index proposal_one_open on callback_proposal (city_id, line_id, caller) where state = 'open';
create index proposal_open_by_team on callback_proposal (city_id, team_id, called_at) where state = 'open';
create index proposal_by_day on callback_proposal (city_id, called_at);
create index proposal_with_number on callback_proposal (decided_at) where caller is not null;

-- The lost calls of a proposal: each call joins one, once, however often it is told.
create table callback_proposal_call (
  city_id text not null,
  call_id uuid not null,
  proposal_id uuid not null,
  called_at timestamptz not null,
  cause text not null check (cause in ('caller-left', 'line-lost')),
  primary key (city_id, call_id),
  foreign key (city_id, call_id) references call,
  foreign key (city_id, proposal_id) references callback_proposal
);
create index proposal_calls on callback_proposal_call (city_id, proposal_id);

-- Who was lost while waiting and calls the same line again soon has the old place: since when, and whose it was.
alter table call add column place_since timestamptz;
alter table call add column place_of uuid;
alter table call add foreign key (city_id, place_of) references call;
alter table call add constraint call_place_is_older check (place_since <= offered_at);
alter table call add constraint call_place_has_origin check ((place_since is null) = (place_of is null));
create unique index call_place_once on call (city_id, place_of) where place_of is not null;

-- The citizen called while we were about to call: the attempt ended without being one.
alter table attempt drop constraint attempt_result_check;
alter table attempt add constraint attempt_result_check
  check (result in ('reached', 'busy', 'no-answer', 'voicemail', 'failed', 'called-back-meanwhile'));
