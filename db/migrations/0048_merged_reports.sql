-- Several people report the same: one report is worked, the others belong to it and get the same answer.
alter table report
  add column merged_into uuid,
  add foreign key (city_id, merged_into) references report (city_id, case_id),
  add constraint report_not_in_itself check (merged_into <> case_id);
create index report_merged on report (city_id, merged_into) where merged_into is not null;
-- What stands in a list of work.
drop index report_inbox;
create index report_inbox on report (city_id, due_at, case_id) where answered_at is null and merged_into is null;
drop index report_answered;
create index report_answered on report (city_id, answered_at, case_id) where answered_at is not null and merged_into is null;

-- No chains and no circles: what belongs to another one has none itself.
create function report_is_merged_flat() returns trigger language plpgsql as $$
begin
  if exists (select from report where city_id = new.city_id and case_id = new.merged_into and merged_into is not null)
    or exists (select from report where city_id = new.city_id and merged_into = new.case_id) then
    raise exception 'reports are merged one level deep' using errcode = 'check_violation', constraint = 'report_merged_flat';
  end if;
  return new;
end $$;
create trigger report_merged_flat before insert or update of merged_into on report
  for each row when (new.merged_into is not null) execute function report_is_merged_flat();
