-- From then on everybody may read, week by week, what a trial counts while it runs.
alter table trial
  add column interim_at timestamptz,
  add constraint trial_interim check (interim_at is null or locked_at is not null);
