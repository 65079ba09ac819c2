-- The line had closed while the caller waited, and nobody answered: said once, when the call ends, by the hours as they are then.
alter table call
  add column after_closing boolean not null default false,
  add constraint call_lost_at_closing check (not after_closing or (end_reason = 'abandoned' and answered_at is null));
