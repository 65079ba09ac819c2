-- What a telephone system's webhook said of a call: the first receipt of each event, from which the call's row is worked out.
create table cti_call (
  city_id text not null,
  call_id uuid not null,
  source_id uuid not null,
  new_call_at timestamptz,
  answer_at timestamptz,
  hangup_at timestamptz,
  cause text check (cause in ('normalClearing', 'busy', 'cancel', 'noAnswer', 'congestion', 'notFound', 'forwarded')),
  -- Closed because nothing more was heard; later events change nothing.
  silent boolean not null default false,
  primary key (city_id, call_id),
  foreign key (city_id, call_id) references call,
  foreign key (city_id, source_id) references cti_source,
  check (num_nonnulls(new_call_at, answer_at, hangup_at) > 0),
  check ((hangup_at is null) = (cause is null))
);
