-- A first contact, and a callback, may end with an appointment.
alter table "case" drop constraint case_intake_outcome_check;
alter table "case" add constraint case_intake_outcome_check
  check (intake_outcome in ('callback', 'settled', 'hand-over', 'appointment'));

alter table callback drop constraint callback_outcome_check;
alter table callback add constraint callback_outcome_check
  check (outcome in ('settled', 'not-reached', 'needs-appointment', 'appointment-booked', 'withdrawn'));

create index appointment_of_case on appointment (city_id, case_id) where case_id is not null;
