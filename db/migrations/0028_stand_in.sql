-- Whom a callback waits for is not on duty until then, so that the promise would break; null: is there, or nobody is named.
-- The deputy stands in; without one, the team.
alter table callback
  add column away_until timestamptz,
  add column stand_in_id uuid,
  add foreign key (city_id, stand_in_id) references account,
  add constraint callback_away_is_named check (away_until is null or reserved_for is not null),
  add constraint callback_stands_in_for_away check (stand_in_id is null or away_until is not null);

-- In the order of the next best: of two windows that end together, the longer call has less time left.
drop index callback_next_due;
create index callback_next_due on callback (city_id, team_id, promise, due_until, work_ms desc, due_from)
  where state = 'waiting';
create index callback_stood_in on callback (city_id, stand_in_id) where state = 'waiting' and stand_in_id is not null;
