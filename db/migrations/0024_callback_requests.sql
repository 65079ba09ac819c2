-- Callbacks that citizens and programs ask for without anybody speaking with them.

-- What was answered to a request, for the same request sent again and for the limit of one number. Gone after two days.
create table callback_request (
  city_id text not null references city (id),
  id uuid not null,
  at timestamptz not null,
  -- The number that the asker was given; it says nothing about which case it belongs to.
  number text not null,
  window_start timestamptz not null,
  window_end timestamptz not null check (window_end > window_start),
  key_hash bytea,
  content_hash bytea not null,
  -- Keyed with this installation's own key: without it nobody finds a telephone number by trying them all.
  phone_hash bytea not null,
  primary key (city_id, id)
);
create unique index callback_request_key on callback_request (city_id, key_hash) where key_hash is not null;
create index callback_request_phone on callback_request (city_id, phone_hash, at);
create index callback_request_at on callback_request (at);

-- Somebody asked again on the web about a case that is open, and nobody knows whether it is their own: they got a number
-- that leads staff to it and tells the asker no more than what they typed.
create table case_second_number (
  city_id text not null,
  number text not null,
  case_id uuid not null,
  given_at timestamptz not null,
  -- What the asker chose, and the line whose number calls.
  line_id uuid not null,
  service_id text,
  window_start timestamptz not null,
  window_end timestamptz not null check (window_end > window_start),
  primary key (city_id, number),
  foreign key (city_id, case_id) references "case" (city_id, id),
  foreign key (city_id, line_id) references line (city_id, id),
  foreign key (city_id, service_id) references service (city_id, id)
);
create index case_second_number_of_case on case_second_number (city_id, case_id);

-- A citizen who asked again writes a note, too.
alter table case_note alter column account_id drop not null;
