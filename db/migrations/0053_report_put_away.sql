-- Put away until a day, when there is nothing to do before: why is an inner note.
alter table report add column put_away_until timestamptz;
alter table report add constraint report_put_away_open check (put_away_until is null or answered_at is null);
