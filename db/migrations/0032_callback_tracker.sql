-- How careful offers of windows are, one number per team; every change of it is an event (tracker.moved).
create table callback_tracker (
  city_id text not null,
  team_id uuid not null,
  theta double precision not null check (theta between 0 and 8),
  updated_at timestamptz not null,
  primary key (city_id, team_id),
  foreign key (city_id, team_id) references team
);

-- What was foreseen when a callback was promised. Only promises with a row here move the tracker, once, when they are
-- decided; `missed` is null until then, and for ever in those that were withdrawn or moved at the citizen's wish.
create table callback_forecast (
  city_id text not null,
  callback_id uuid not null,
  -- Whose tracker it was, also when the callback was passed on since.
  team_id uuid not null,
  theta double precision not null,
  -- By when the first attempt was expected, with all care; null when nobody could say.
  expected_by timestamptz,
  missed boolean,
  -- What the tracker came to by it.
  theta_after double precision,
  decided_at timestamptz,
  primary key (city_id, callback_id),
  foreign key (city_id, callback_id) references callback,
  foreign key (city_id, team_id) references team,
  check ((missed is null) = (theta_after is null) and (missed is null) = (decided_at is null))
);
create index callback_forecast_decided on callback_forecast (city_id, team_id, decided_at) where missed is not null;

-- Open work that stands in no window's taken time.
create index callback_unbooked on callback (city_id, team_id, due_until) where state <> 'done' and not books_unit;
