-- The office's day: who has come, where somebody is called to, and who was squeezed in.
alter table appointment
  -- Where the person was called to: a number or a name, as it stands on the door.
  add column counter text check (length(counter) between 1 and 20 and counter = btrim(counter)),
  add column arrived_at timestamptz,
  -- Why somebody without an appointment was taken; goes with the contact.
  add column squeezed_because text check (length(squeezed_because) between 1 and 200),
  add constraint appointment_called_to check (state <> 'called' or counter is not null),
  add constraint appointment_squeezed_at_counter check (squeezed_because is null or channel = 'counter');
comment on column appointment.lane is
  '''-'' and its id: a changed plan has left no room, and somebody has to settle it. ''+'' and its id: taken beside the plan, on purpose.';

-- Who stands at the counter need not be reached.
alter table appointment
  drop constraint appointment_contact_is_reachable,
  add constraint appointment_contact_is_reachable check (
    contact_name is null or contact_email is not null or contact_phone is not null or channel = 'counter');

-- One at a time at one counter.
create unique index appointment_one_at_counter on appointment (city_id, office_id, date, lower(counter))
  where state = 'called';

create index appointment_to_settle on appointment (city_id, date) where needs_attention and state = 'booked';

-- An office that is closed for a whole day, while the city and its telephones are not.
create table office_closure (
  city_id text not null,
  office_id text not null,
  date date not null,
  reason text not null check (length(reason) between 1 and 200),
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (city_id, office_id, date),
  foreign key (city_id, office_id) references office,
  foreign key (city_id, created_by) references account
);
