-- What the city tells somebody by e-mail or SMS, written in the transaction of the fact that it tells. The text is written when it
-- is sent, so that it is true then and stands nowhere before and after.
create table message (
  city_id text not null references city,
  id uuid not null,
  -- '<room>.<what>': who writes the text.
  kind text not null check (kind ~ '^[a-z]+\.[a-z]+(-[a-z]+)*$' and length(kind) <= 60),
  channel text not null check (channel in ('email', 'sms')),
  -- What it speaks of.
  subject_id text not null check (length(subject_id) between 1 and 80),
  case_id uuid,
  -- One fact is told once.
  dedup_key text not null check (length(dedup_key) between 1 and 200),
  -- The only personal data here; removed by rule after the message has ended.
  recipient text check (length(recipient) between 3 and 254),
  lang text not null check (lang in ('de', 'en', 'einfach')),
  -- Counts and closed words that the text depends on.
  facts jsonb not null default '{}' check (jsonb_typeof(facts) = 'object'),
  -- dropped: it was not true any more, or too late, when its turn came.
  state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'failed', 'dropped')),
  attempts int not null default 0 check (attempts >= 0),
  next_try_at timestamptz not null,
  -- Until then the process that is sending it is believed to be alive.
  leased_until timestamptz,
  useless_from timestamptz,
  failed_because text check (failed_because in ('rejected', 'gave-up')),
  -- What the other side answered last, a number of SMTP or HTTP.
  answer_code int,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (city_id, id),
  foreign key (city_id, case_id) references "case",
  constraint message_told_once unique (city_id, dedup_key),
  constraint message_ended check ((state in ('sent', 'failed', 'dropped')) = (ended_at is not null)),
  constraint message_leased check ((state = 'sending') = (leased_until is not null)),
  constraint message_failed check ((state = 'failed') = (failed_because is not null)),
  constraint message_to_somebody check (recipient is not null or ended_at is not null)
);
create index message_due on message (next_try_at) where state = 'queued';
create index message_left on message (leased_until) where state = 'sending';
create index message_of_subject on message (city_id, subject_id);
create index message_with_recipient on message (ended_at) where recipient is not null;

-- The language in which somebody booked, for what they are told later.
alter table appointment add column lang text not null default 'de' check (lang in ('de', 'en', 'einfach'));

-- Further keys of an appointment than the one that was shown when it was booked, made for a message; we keep their hashes.
create table appointment_key (
  city_id text not null,
  hash bytea not null check (octet_length(hash) = 32),
  appointment_id uuid not null,
  -- own: as good as the appointment's own. link: opens it once from a message.
  purpose text not null check (purpose in ('own', 'link')),
  -- Null: as long as the appointment is known.
  expires_at timestamptz,
  used_at timestamptz,
  primary key (city_id, hash),
  foreign key (city_id, appointment_id) references appointment on delete cascade
);
create index appointment_key_of on appointment_key (city_id, appointment_id);
create index appointment_key_over on appointment_key (expires_at) where expires_at is not null;
