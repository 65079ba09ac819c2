-- What a lead must know of an open promise before it breaks, and what was done about it. A row speaks of one window: a
-- promise whose window is moved has alarms of its own again.
create table callback_alarm (
  city_id text not null,
  callback_id uuid not null,
  window_end timestamptz not null,
  stage text not null
    check (stage in ('half', 'four-fifths', 'too-much', 'nobody', 'late-told', 'asked-later')),
  raised_at timestamptz not null,
  -- Only what can end again ends: somebody comes on duty, the work gets less.
  cleared_at timestamptz,
  primary key (city_id, callback_id, window_end, stage),
  foreign key (city_id, callback_id) references callback on delete cascade,
  constraint callback_alarm_clears check (cleared_at is null or stage in ('too-much', 'nobody'))
);
create index callback_alarm_now on callback_alarm (city_id) where stage in ('too-much', 'nobody') and cleared_at is null;

-- Nobody of the team was on duty in the whole window.
alter table callback drop constraint callback_cause_check;
alter table callback add constraint callback_cause_check
  check (cause in ('nobody-took-it', 'owner-did-not-call', 'telephone-failed', 'nobody-on-duty'));
