-- What somebody wrote down by hand before a trial: a tally sheet by day. The sheet itself is kept like a file.
alter table past_import
  drop constraint past_import_kind_check,
  add constraint past_import_kind_check check (kind in ('queue-log', 'calls', 'tally'));

create table past_day (
  city_id text not null,
  import_id uuid not null,
  day date not null,
  offered integer not null check (offered >= 0),
  -- Null where nobody counted it.
  answered integer check (answered >= 0),
  answered15 integer check (answered15 >= 0),
  abandoned integer check (abandoned >= 0),
  primary key (city_id, import_id, day),
  foreign key (city_id, import_id) references past_import (city_id, id) on delete cascade,
  constraint past_day_adds_up check (
    coalesce(answered, 0)::bigint + coalesce(abandoned, 0) <= offered
    and coalesce(answered15, 0) <= coalesce(answered, offered::bigint - coalesce(abandoned, 0)))
);
create index past_day_day on past_day (city_id, day);

-- Somebody of the city calls its own number and writes down how long it took; nobody's number, nobody's name.
create table test_call (
  city_id text not null references city,
  id uuid not null,
  at timestamptz not null,
  dialled text not null check (length(dialled) between 1 and 60),
  answered boolean not null,
  -- Until somebody answered, or until the caller gave up.
  wait_s integer not null check (wait_s between 0 and 86400),
  entered_at timestamptz not null,
  account_id uuid not null,
  primary key (city_id, id),
  foreign key (city_id, account_id) references account (city_id, id),
  constraint test_call_once unique (city_id, at, dialled)
);
