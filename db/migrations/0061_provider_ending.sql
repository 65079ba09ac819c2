-- The end of a provider after a trial: from a day on its calls go to a team of the city, its accounts are closed and lose
-- their names. What was done then is written down once, for the annex of the contract.
create table provider_ending (
  city_id text not null,
  trial_id uuid not null,
  provider_id uuid not null,
  team_id uuid not null,
  on_day date not null,
  planned_at timestamptz not null,
  account_id uuid not null,
  done_at timestamptz,
  protocol jsonb,
  primary key (city_id, trial_id),
  constraint provider_ending_once unique (city_id, provider_id),
  constraint provider_ending_done check ((done_at is null) = (protocol is null)),
  foreign key (city_id, trial_id) references trial (city_id, id),
  foreign key (city_id, provider_id) references provider (city_id, id),
  constraint provider_ending_team foreign key (city_id, team_id) references team (city_id, id),
  foreign key (city_id, account_id) references account (city_id, id)
);

create function keep_protocol() returns trigger language plpgsql as $$
begin
  if old.done_at is not null then
    raise exception 'the protocol of an end stays' using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger provider_ending_stays before update or delete on provider_ending for each row execute function keep_protocol();
