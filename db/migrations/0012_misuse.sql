-- Numbers that the city may dial although they cost more or lead abroad: by their beginning, with the reason.
create table dial_permission (
  city_id text not null references city,
  prefix text not null check (prefix ~ '^\+[1-9][0-9]{0,11}$'),
  reason text not null check (length(reason) between 1 and 200),
  account_id uuid not null,
  created_at timestamptz not null,
  primary key (city_id, prefix),
  foreign key (city_id, account_id) references account
);

-- So many calls of one number (or of all callers without one) that came to nothing get through in so many minutes.
alter table city add column flood_minutes int not null default 10 check (flood_minutes between 1 and 60);
alter table city add column flood_calls int not null default 10 check (flood_calls between 3 and 1000);
alter table city add column flood_anonymous_calls int not null default 40 check (flood_anonymous_calls between 3 and 10000);
