-- Besides a queue_log: a table of calls, with what its columns mean.
alter table past_import
  drop constraint past_import_kind_check,
  add constraint past_import_kind_check check (kind in ('queue-log', 'calls')),
  add column mapping jsonb,
  add constraint past_import_mapping check ((kind = 'calls') = (mapping is not null));
