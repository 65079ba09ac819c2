-- What other programs say of a report: an inner note each; the same of the same program once.
create table open311_update (
  city_id text not null references city,
  key_id uuid not null,
  -- What the program calls it.
  foreign_id text not null check (foreign_id ~ '^[A-Za-z0-9_-]{1,100}$'),
  id uuid not null,
  case_id uuid not null,
  primary key (city_id, key_id, foreign_id),
  constraint open311_update_id unique (city_id, id),
  foreign key (city_id, key_id) references open311_key,
  foreign key (city_id, case_id) references "case" (city_id, id)
);
create index report_update_at on report_update (city_id, at);
