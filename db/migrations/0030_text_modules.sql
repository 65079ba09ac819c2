-- What is written often: for everybody, or for one team or one service. Each version stands in the events.
create table text_module (
  city_id text not null references city,
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  text text not null check (length(text) between 1 and 1000),
  team_id uuid,
  service_id text,
  active boolean not null default true,
  version int not null default 1 check (version > 0),
  primary key (city_id, id),
  constraint text_module_name unique (city_id, name),
  foreign key (city_id, team_id) references team,
  foreign key (city_id, service_id) references service
);
