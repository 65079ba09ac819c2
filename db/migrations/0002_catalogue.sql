-- The catalogue's own schema (src/catalogue/model.ts) checks `data`; the columns are what the database needs to know.
create table service (
  city_id text not null references city,
  id text not null check (id ~ '^[a-z0-9][a-z0-9-]{1,60}$'),
  data jsonb not null,
  active boolean not null default true,
  -- Order of the catalogue file; equally good search results keep it.
  position int not null default 0,
  updated_at timestamptz not null,
  primary key (city_id, id)
);
