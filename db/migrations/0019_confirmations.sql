-- How a city tells about appointments; without a row the defaults count.
create table appointment_notice_setting (
  city_id text primary key references city,
  -- How somebody shows that the address is theirs before a time is booked: by a link (e-mail) or a code (SMS).
  confirm text not null default 'none' check (confirm in ('none', 'link', 'code')),
  -- So many days before; 0: no reminder.
  reminder_days int not null default 2 check (reminder_days between 0 and 14)
);

alter table appointment
  -- A hold whose address has been asked for; the contact stands in the row already.
  add column confirm_by text check (confirm_by in ('link', 'code')),
  add column confirm_asks int not null default 0 check (confirm_asks between 0 and 3),
  -- SHA-256 of the id and the code that was sent last, and how often a wrong one was typed.
  add column code_hash bytea check (octet_length(code_hash) = 32),
  add column code_tries int not null default 0 check (code_tries between 0 and 5),
  -- When its owner answered the reminder with "I will come".
  add column kept_at timestamptz,
  add constraint appointment_asked_has_contact check (
    state <> 'held' or confirm_by is null or contact_name is not null);

-- confirm: books what is held, once. reminder: keeps or releases, as often as its owner changes their mind.
alter table appointment_key drop constraint appointment_key_purpose_check;
alter table appointment_key add constraint appointment_key_purpose_check
  check (purpose in ('own', 'link', 'confirm', 'reminder'));

create index appointment_to_remind on appointment (starts_at) where state = 'booked';
