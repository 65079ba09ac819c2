-- A key of eight digits for whom no message reaches: good for the reference it was told with, for ten wrong tries in all.
alter table appointment
  add column phone_key_hash text,
  add column phone_key_tries int not null default 0 check (phone_key_tries between 0 and 10),
  add constraint appointment_phone_key check (phone_key_hash is null or reference is not null);
