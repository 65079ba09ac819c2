-- Outside numbers that a call may be passed on to, kept by the administrator. No other number can be asked into a call.
create table outside_number (
  city_id text not null references city,
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  number text not null check (number ~ '^\+[1-9][0-9]{5,14}$'),
  -- When it is right to connect there, in the administrator's words.
  purpose text not null check (length(purpose) between 1 and 200),
  created_at timestamptz not null,
  primary key (city_id, id),
  unique (city_id, name),
  unique (city_id, number)
);

-- Who is asked into a call: somebody of the house, or an outside number.
alter table leg drop constraint leg_party_check;
alter table leg add constraint leg_party_check
  check (party in ('caller', 'agent', 'clerk', 'citizen', 'overflow', 'consulted', 'outside', 'lead'));
-- The entry of outside_number that was dialled; it may be deleted later.
alter table leg add column outside_id uuid;

-- The line whose people serve the caller after a hand-over; figures stay with the line that was called.
alter table call add column served_line_id uuid;
