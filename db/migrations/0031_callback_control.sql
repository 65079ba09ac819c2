-- What a citizen is told of a promised call, and what they may do about it themselves.
alter table callback
  -- Counts what the citizen changed (window, number): a message that was written before says what is not true any more.
  add column sequence int not null default 0 check (sequence >= 0),
  -- By which way the citizen was answered when nobody was reached at the last attempt; or why by none.
  add column answer text check (answer in ('email', 'sms', 'no-address', 'not-connected', 'practice'));
update callback set answer = case when practice then 'practice' else 'not-connected' end where outcome = 'not-reached';
alter table callback add constraint callback_not_reached_has_answer
  check (outcome is distinct from 'not-reached' or answer is not null);

-- Keys that open a callback for its citizen, made for a message or a browser; we keep their hashes.
create table callback_key (
  city_id text not null,
  hash bytea not null check (octet_length(hash) = 32),
  callback_id uuid not null,
  -- own: in a browser. link: opens it once from a message.
  purpose text not null check (purpose in ('own', 'link')),
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (city_id, hash),
  foreign key (city_id, callback_id) references callback on delete cascade
);
create index callback_key_of on callback_key (city_id, callback_id);
create index callback_key_over on callback_key (expires_at);

-- What the telephone heard of the citizen's side when nobody spoke: a proposal for the clerk, who decides.
alter table attempt add column heard text check (heard in ('busy', 'no-answer', 'no-such-number'));
