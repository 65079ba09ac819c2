-- Words to search, in one place for what was said and where it is: a search then reads one index, or the newest rows, whichever is less.
alter table report
  -- For staff.
  add column words tsvector not null default '',
  -- For everybody: of private ground only the street.
  add column public_words tsvector not null default '';

create function report_words() returns trigger language plpgsql as $$
declare
  said text := (select reason from "case" where city_id = new.city_id and id = new.case_id);
begin
  new.words := to_tsvector('german', concat_ws(' ', said, new.place, new.street));
  new.public_words :=
    to_tsvector('german', concat_ws(' ', said, case when new.private_ground then new.street else new.place end));
  return new;
end $$;
create trigger report_words before insert or update of place, street, private_ground on report
  for each row execute function report_words();

create function case_said_otherwise() returns trigger language plpgsql as $$
begin
  update report set place = place where city_id = new.city_id and case_id = new.id;
  return null;
end $$;
create trigger case_said_otherwise after update of reason on "case"
  for each row when (new.reason <> old.reason) execute function case_said_otherwise();

update report set place = place;

drop index case_reason_words;
drop index report_place_words;
drop index report_public_words;
create index report_words on report using gin (words);
create index report_public_words on report using gin (public_words) where released_at is not null and merged_into is null;

-- Of several that say the same, the public list shows the one that is worked.
drop index report_public;
create index report_public on report (city_id, case_id) where released_at is not null and merged_into is null;
drop index report_public_of_category;
create index report_public_of_category on report (city_id, category_id, case_id)
  where released_at is not null and merged_into is null;
create index report_public_open on report (city_id, case_id)
  where released_at is not null and merged_into is null and answered_at is null;
create index report_public_ended on report (city_id, case_id)
  where released_at is not null and merged_into is null and answered_at is not null;

-- Where everybody may see a report. The same as src/reports/place/publicPositionRule.ts, for the map's grid; a test compares the two.
create function cell_middle(value double precision, size double precision, most double precision)
  returns double precision language sql immutable parallel safe
  -- A division whose result is too small to tell from zero would be an error.
  return greatest(-most, least(most,
    (floor(case when abs(value) > 1e-290 then value when value < 0 then -1e-290 else 0 end / size) + 0.5) * size));
create function public_lat(lat double precision) returns double precision language sql immutable parallel safe
  return floor(cell_middle(lat, 250 / 111195.0::double precision, 90) * 1e6 + 0.5) / 1e6;
create function public_lon(lat double precision, lon double precision)
  returns double precision language sql immutable parallel safe
  return floor(cell_middle(lon, 250 / 111195.0::double precision / greatest(
    cos(cell_middle(lat, 250 / 111195.0::double precision, 90) * pi() / 180), 250 / 111195.0::double precision / 360), 180)
    * 1e6 + 0.5) / 1e6;
alter table report
  add column public_lat double precision generated always as (case when private_ground then public_lat(lat) else lat end) stored,
  add column public_lon double precision generated always as (case when private_ground then public_lon(lat, lon) else lon end) stored;
-- All that the map counts with, so that it reads no row.
create index report_map on report (city_id, public_lat, public_lon) include (category_id, answered_at)
  where released_at is not null and merged_into is null;
