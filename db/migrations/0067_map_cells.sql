-- How many reports everybody may see, by cells of the map: a map of the whole town reads these in place of every report.
-- The cells are those of its size 13 (src/reports/map/gridRule.ts, a test compares the two), in degrees.
create function map_cell_lat() returns double precision language sql immutable parallel safe return 0.006866455078125::float8;
create function map_cell_lon() returns double precision language sql immutable parallel safe return 0.010986328125::float8;

create table report_map_cell (
  city_id text not null,
  lat_cell integer not null,
  lon_cell integer not null,
  category_id text not null,
  ended boolean not null,
  reports integer not null check (reports > 0),
  -- Their positions in millionths of a degree from the cell's corner, and the squares of that: whole numbers, so that nothing drifts.
  -- reports * squares = sum * sum says that all of them are at one spot.
  lat_sum bigint not null,
  lon_sum bigint not null,
  lat_squares bigint not null,
  lon_squares bigint not null,
  primary key (city_id, lat_cell, lon_cell, category_id, ended),
  foreign key (city_id, category_id) references report_category (city_id, id)
);

-- What a report counts for: no row where not everybody may see it, or its place is not known.
create function map_share(r report) returns setof report_map_cell language sql stable
begin atomic
  select r.city_id, lat_cell, lon_cell, r.category_id, r.answered_at is not null, 1, lat_part, lon_part, lat_part * lat_part, lon_part * lon_part
  from (select floor(r.public_lat / map_cell_lat())::integer as lat_cell, floor(r.public_lon / map_cell_lon())::integer as lon_cell) cell,
    lateral (select floor(r.public_lat * 1e6 + 0.5)::bigint - floor(lat_cell * map_cell_lat() * 1e6)::bigint as lat_part,
      floor(r.public_lon * 1e6 + 0.5)::bigint - floor(lon_cell * map_cell_lon() * 1e6)::bigint as lon_part) part
  where r.released_at is not null and r.merged_into is null and r.public_lat is not null and r.public_lon is not null;
end;

create function report_counted_on_map() returns trigger language plpgsql as $$
declare
  before report_map_cell;
  after report_map_cell;
begin
  if tg_op <> 'INSERT' then select * into before from map_share(old); end if;
  if tg_op <> 'DELETE' then select * into after from map_share(new); end if;
  if before is not distinct from after then return null; end if;
  -- Always in the same order, so that two who change the same cells do not wait for each other.
  perform from report_map_cell c
  where (c.city_id, c.lat_cell, c.lon_cell, c.category_id, c.ended) in (
    (before.city_id, before.lat_cell, before.lon_cell, before.category_id, before.ended),
    (after.city_id, after.lat_cell, after.lon_cell, after.category_id, after.ended))
  order by c.city_id, c.lat_cell, c.lon_cell, c.category_id, c.ended
  for update;
  if before.city_id is not null then
    delete from report_map_cell c
    where (c.city_id, c.lat_cell, c.lon_cell, c.category_id, c.ended)
      = (before.city_id, before.lat_cell, before.lon_cell, before.category_id, before.ended) and c.reports = 1;
    update report_map_cell c
    set reports = c.reports - 1, lat_sum = c.lat_sum - before.lat_sum, lon_sum = c.lon_sum - before.lon_sum,
      lat_squares = c.lat_squares - before.lat_squares, lon_squares = c.lon_squares - before.lon_squares
    where (c.city_id, c.lat_cell, c.lon_cell, c.category_id, c.ended)
      = (before.city_id, before.lat_cell, before.lon_cell, before.category_id, before.ended);
  end if;
  if after.city_id is not null then
    insert into report_map_cell as c select after.*
    on conflict (city_id, lat_cell, lon_cell, category_id, ended) do update
    set reports = c.reports + 1, lat_sum = c.lat_sum + after.lat_sum, lon_sum = c.lon_sum + after.lon_sum,
      lat_squares = c.lat_squares + after.lat_squares, lon_squares = c.lon_squares + after.lon_squares;
  end if;
  return null;
end $$;
create trigger report_counted_on_map
  after insert or delete or update of category_id, lat, lon, private_ground, released_at, merged_into, answered_at on report
  for each row execute function report_counted_on_map();

insert into report_map_cell
select s.city_id, s.lat_cell, s.lon_cell, s.category_id, s.ended, count(*), sum(s.lat_sum), sum(s.lon_sum), sum(s.lat_squares), sum(s.lon_squares)
from report r, lateral map_share(r) s
group by s.city_id, s.lat_cell, s.lon_cell, s.category_id, s.ended;
