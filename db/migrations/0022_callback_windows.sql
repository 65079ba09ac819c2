-- Callbacks take clerk time, not units. Until lengths were measured every callback counts as eight minutes.
-- work_ms: planned clerk time of the next call and its after-work.
alter table callback add work_ms int not null default 480000 check (work_ms > 0);

-- A window's taken time is the planned work of the open callbacks that are booked into it, at every moment.
-- Windows of several lengths may begin together.
create temporary table window_work on commit drop as
  select city_id, team_id, due_from as starts_at, due_until as ends_at, sum(work_ms) as taken_ms
  from callback where state <> 'done' and books_unit
  group by city_id, team_id, due_from, due_until;
alter table window_capacity
  drop constraint window_capacity_pkey,
  drop constraint window_capacity_kept,
  drop constraint window_capacity_capacity_check,
  add capacity_ms bigint not null default 0 check (capacity_ms >= 0),
  add taken_ms bigint not null default 0;
create temporary table window_before on commit drop as
  select city_id, team_id, starts_at, max(capacity) * 480000::bigint as capacity_ms
  from window_capacity group by city_id, team_id, starts_at;
delete from window_capacity;
alter table window_capacity drop column capacity, drop column taken;
insert into window_capacity (city_id, team_id, starts_at, ends_at, capacity_ms, taken_ms)
  select w.city_id, w.team_id, w.starts_at, w.ends_at, greatest(w.taken_ms, coalesce(b.capacity_ms, 0)), w.taken_ms
  from window_work w left join window_before b using (city_id, team_id, starts_at);
alter table window_capacity
  alter capacity_ms drop default,
  add primary key (city_id, team_id, starts_at, ends_at),
  add constraint window_capacity_kept check (taken_ms between 0 and capacity_ms);


-- How long callbacks take, learnt from each that reached somebody. Null is the team as a whole.
create table callback_length (
  city_id text not null,
  team_id uuid not null,
  service_id text,
  -- How much the two others weigh; 200 at most, so that what is long ago fades.
  weight double precision not null check (weight > 0),
  mean_ms double precision not null check (mean_ms >= 0),
  variance double precision not null check (variance >= 0),
  updated_at timestamptz not null,
  foreign key (city_id, team_id) references team,
  foreign key (city_id, service_id) references service,
  constraint callback_length_one unique nulls not distinct (city_id, team_id, service_id)
);
