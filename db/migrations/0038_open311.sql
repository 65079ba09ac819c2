-- Reports in public, over the interface Open311: only of categories that the city opened, and each after a human look.
alter table report_category add column published boolean not null default false;
alter table report
  add column lat double precision check (lat between -90 and 90),
  add column lon double precision check (lon between -180 and 180),
  -- What a client calls a picture of it; never fetched.
  add column media_url text check (length(media_url) between 1 and 2000),
  add column released_at timestamptz,
  add column released_by uuid,
  add constraint report_has_both_coordinates check ((lat is null) = (lon is null)),
  add constraint report_released_by_somebody check ((released_at is null) = (released_by is null)),
  add foreign key (city_id, released_by) references account;
create index report_released on report (city_id, released_at) where released_at is not null;

-- Programs that may report; we keep the hashes of their keys.
create table open311_key (
  city_id text not null references city,
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  hash bytea not null check (octet_length(hash) = 32),
  active boolean not null default true,
  created_at timestamptz not null,
  primary key (city_id, id),
  constraint open311_key_name unique (city_id, name),
  constraint open311_key_hash unique (hash)
);
