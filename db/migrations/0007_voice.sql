-- A call that came in outside service hours; whatever became of it, nobody was there to answer.
alter table call add column outside_hours boolean not null default false;
update call set outside_hours = true where end_reason = 'closed';

-- A city's own recordings of announcements; where there is none, the built-in one is played.
create table prompt_recording (
  city_id text not null references city,
  lang text not null check (lang in ('de', 'en')),
  name text not null check (name ~ '^[a-z0-9-]{1,60}$'),
  -- The telephone system fetches the sound by an address that only we tell it: this is its unguessable part.
  key text not null unique check (length(key) >= 22),
  -- WAV: 8 kHz, one channel, 16 bit.
  audio bytea not null check (octet_length(audio) between 44 and 2000000),
  duration_ms int not null check (duration_ms > 0),
  uploaded_at timestamptz not null,
  uploaded_by uuid not null,
  primary key (city_id, lang, name),
  foreign key (city_id, uploaded_by) references account
);

-- What a caller was told about the wait, and when: the next callers hear an estimate only while these were right.
create table wait_estimate (
  city_id text not null,
  call_id uuid not null,
  at timestamptz not null,
  expected_ms int not null check (expected_ms >= 0),
  primary key (city_id, call_id),
  foreign key (city_id, call_id) references call on delete cascade
);
create index wait_estimate_by_time on wait_estimate (city_id, at);

-- A reason that the caller spoke on tape, after consent by key.
create table spoken_reason (
  city_id text not null,
  case_id uuid not null,
  consent_at timestamptz not null,
  recorded_at timestamptz not null,
  duration_ms int not null check (duration_ms >= 0),
  audio bytea not null check (octet_length(audio) between 44 and 2000000),
  primary key (city_id, case_id),
  foreign key (city_id, case_id) references "case",
  check (consent_at <= recorded_at)
);
create index spoken_reason_by_age on spoken_reason (recorded_at);
