-- What a lead does to the telephone: every deed with its reason in the audit trail.
alter table audit add column note text check (length(note) between 1 and 200);

-- A line open or closed against the service hours. The newest that is not over counts; an end of null is "until further notice".
create table line_opening (
  city_id text not null,
  id uuid not null,
  line_id uuid not null,
  state text not null check (state in ('open', 'closed')),
  reason text not null check (length(reason) between 1 and 200),
  starts_at timestamptz not null,
  ends_at timestamptz,
  account_id uuid not null,
  primary key (city_id, id),
  foreign key (city_id, line_id) references line,
  foreign key (city_id, account_id) references account,
  constraint line_opening_overlap
    exclude using gist (city_id with =, line_id with =, tstzrange(starts_at, ends_at) with &&)
);

-- A special announcement: read on the home page and at the desk, and spoken after the greeting of its lines.
create table announcement (
  city_id text not null references city,
  id uuid not null,
  text text not null check (length(text) between 1 and 300),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  account_id uuid not null,
  created_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (city_id, id),
  foreign key (city_id, account_id) references account,
  constraint announcement_ends_later check (starts_at < ends_at)
);
create table announcement_line (
  city_id text not null,
  announcement_id uuid not null,
  line_id uuid not null,
  primary key (city_id, announcement_id, line_id),
  foreign key (city_id, announcement_id) references announcement on delete cascade,
  foreign key (city_id, line_id) references line
);

-- Who was last signed out by a lead, by whom and why; gone when the person is ready again.
create table sign_out (
  city_id text not null,
  account_id uuid not null,
  at timestamptz not null,
  by_account_id uuid not null,
  reason text not null check (length(reason) between 1 and 200),
  primary key (city_id, account_id),
  foreign key (city_id, account_id) references account on delete cascade,
  foreign key (city_id, by_account_id) references account
);

-- Where a lead moved a waiting caller; outlives the process that did it.
alter table call add column priority int not null default 0 check (priority >= 0);
alter table call add column team_id uuid;
alter table call add foreign key (city_id, team_id) references team;
