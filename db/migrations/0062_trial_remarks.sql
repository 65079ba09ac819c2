-- What somebody has to say about a result, signed; also against it. Never rewritten.
create table trial_remark (
  city_id text not null,
  id uuid not null,
  trial_id uuid not null,
  at timestamptz not null,
  account_id uuid not null,
  text text not null check (length(text) between 1 and 2000),
  signed text not null check (length(signed) between 1 and 120),
  primary key (city_id, id),
  foreign key (city_id, trial_id) references trial (city_id, id),
  foreign key (city_id, account_id) references account (city_id, id)
);
create trigger trial_remark_stays before update or delete or truncate on trial_remark
  for each statement execute function refuse_change();
