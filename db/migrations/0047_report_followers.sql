-- Others who want to hear what becomes of a public report. An address counts once a button behind a link sent to it was pressed.
create table report_follower (
  city_id text not null references city,
  id uuid not null,
  case_id uuid not null,
  email text not null check (length(email) between 3 and 254 and email = lower(email)),
  lang text not null check (lang in ('de', 'en', 'einfach')),
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  primary key (city_id, id),
  constraint report_follower_once unique (city_id, case_id, email),
  foreign key (city_id, case_id) references report (city_id, case_id)
);
