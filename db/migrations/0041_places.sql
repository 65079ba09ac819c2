-- The city's own streets and house numbers, and where the city ends: places are found here, and nobody outside is asked.
create table street (
  city_id text not null references city,
  -- Counted anew with every import.
  id int not null,
  name text not null check (length(name) between 1 and 120),
  -- The name as search compares it (src/city/places/foldStreet.ts).
  key text not null check (length(key) between 1 and 200),
  postcode text not null check (postcode ~ '^([0-9]{5})?$'),
  district text not null check (length(district) <= 80),
  lat double precision check (lat between -90 and 90),
  lon double precision check (lon between -180 and 180),
  primary key (city_id, id),
  constraint street_once unique (city_id, key, postcode, district),
  constraint street_has_both_coordinates check ((lat is null) = (lon is null))
);
create index street_begins on street (city_id, key text_pattern_ops);

create table address (
  city_id text not null,
  street_id int not null,
  number int not null check (number between 1 and 99999),
  addition text not null check (length(addition) <= 10),
  lat double precision not null check (lat between -90 and 90),
  lon double precision not null check (lon between -180 and 180),
  primary key (city_id, street_id, number, addition),
  foreign key (city_id, street_id) references street on delete cascade
);
create index address_near on address (city_id, lat, lon);

create table city_boundary (
  city_id text primary key references city,
  -- As in GeoJSON's MultiPolygon: polygons, each an outer ring and its holes, each a list of [longitude, latitude].
  polygons jsonb not null
);

-- The street of our list where it is, and whether whoever reported called it private ground: then only that much is public.
alter table report
  add column street text check (length(street) between 1 and 120),
  add column private_ground boolean not null default false;
