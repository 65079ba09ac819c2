-- Whom a callback waits for, where a person is named; nobody named: the team.
alter table callback
  add column reserved_for uuid,
  add foreign key (city_id, reserved_for) references account;

-- A call that ends with a new promise on the same case.
alter table callback drop constraint callback_outcome_check;
alter table callback add constraint callback_outcome_check check (
  outcome in ('settled', 'not-reached', 'needs-appointment', 'appointment-booked', 'withdrawn', 'follow-up'));

-- Who stands in for somebody who is not on duty.
alter table account
  add column deputy_id uuid,
  add foreign key (city_id, deputy_id) references account,
  add constraint account_deputy_is_another check (deputy_id <> id);

-- The next best of ten thousand: what has begun, by its end, and what begins next, without a sort.
create index callback_next_due on callback (city_id, team_id, promise, due_until, due_from) where state = 'waiting';
create index callback_next_upcoming on callback (city_id, team_id, due_from) where state = 'waiting';
create index callback_reserved on callback (city_id, reserved_for) where state <> 'done' and reserved_for is not null;
create index callback_in_hand on callback (city_id, owner_id) where state = 'taken';
