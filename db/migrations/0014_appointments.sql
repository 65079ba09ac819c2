-- A place where appointments are kept, with so many counters.
create table office (
  city_id text not null references city,
  id text not null check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(id) between 2 and 40),
  name text not null check (length(name) between 1 and 80),
  address text not null check (length(address) between 1 and 200),
  counters int not null check (counters between 1 and 200),
  -- Appointments begin on this grid, counted from local midnight.
  grid_minutes int not null default 15 check (grid_minutes in (5, 10, 15, 20, 30, 60)),
  book_ahead_days int not null default 60 check (book_ahead_days between 1 and 365),
  active boolean not null default true,
  -- Bumped by every change of the office's devices, shifts and services, so that who keeps them in memory can tell.
  version bigint not null default 1,
  primary key (city_id, id),
  constraint office_name_key unique (city_id, name)
);

-- What an office has few of, such as fingerprint scanners.
create table office_device (
  city_id text not null,
  office_id text not null,
  kind text not null check (kind ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(kind) between 2 and 40),
  name text not null check (length(name) between 1 and 80),
  units int not null check (units between 1 and 100),
  primary key (city_id, office_id, kind),
  foreign key (city_id, office_id) references office on delete cascade
);

-- Staff from-to; minutes since local midnight. `skills` are services, null: all of them.
create table shift (
  city_id text not null,
  id uuid not null,
  office_id text not null,
  label text not null check (length(label) between 1 and 80),
  people int not null check (people between 1 and 50),
  skills text[] check (cardinality(skills) > 0),
  kind text not null check (kind in ('weekly', 'day')),
  weekdays int[] not null default '{}' check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7]),
  every_weeks int not null default 1 check (every_weeks between 1 and 8),
  -- Weekly: the weeks are counted from the week of this day. Day: the day.
  from_date date not null,
  until_date date,
  opens int not null check (opens between 0 and 1439),
  closes int not null check (closes between 1 and 1440),
  -- [{"from": 720, "to": 750}]
  breaks jsonb not null default '[]' check (jsonb_typeof(breaks) = 'array'),
  -- Earlier shifts sit at a counter first.
  position int not null,
  primary key (city_id, id),
  foreign key (city_id, office_id) references office,
  constraint shift_closes_later check (opens < closes),
  constraint shift_until_later check (until_date is null or until_date >= from_date),
  constraint shift_pattern check (
    (kind = 'weekly' and cardinality(weekdays) > 0)
    or (kind = 'day' and cardinality(weekdays) = 0 and every_weeks = 1 and until_date is null))
);
create index shift_of_office on shift (city_id, office_id);

-- One day of a shift with other staff; null: the shift does not take place.
create table shift_exception (
  city_id text not null,
  shift_id uuid not null,
  date date not null,
  people int check (people between 1 and 50),
  primary key (city_id, shift_id, date),
  foreign key (city_id, shift_id) references shift on delete cascade
);

-- How a service of the catalogue is booked.
create table appointment_service (
  city_id text not null,
  service_id text not null,
  -- Once for an appointment: the longest of its services.
  setup_minutes int not null default 0 check (setup_minutes between 0 and 120),
  -- For each person.
  minutes int not null check (minutes between 1 and 480),
  devices text[] not null default '{}',
  bookable boolean not null default true,
  primary key (city_id, service_id),
  foreign key (city_id, service_id) references service
);

-- Whoever changes the appointments of a day holds this row; the version tells readers in memory whether theirs is the newest.
create table office_day (
  city_id text not null,
  office_id text not null,
  date date not null,
  version bigint not null default 0,
  primary key (city_id, office_id, date),
  foreign key (city_id, office_id) references office
);

create function announce_office_day() returns trigger language plpgsql as $$
begin
  perform pg_notify('live', json_build_object('city', new.city_id, 'topic', 'office-day',
    'subject', new.office_id || '/' || new.date || '/' || new.version)::text);
  return null;
end $$;
create trigger office_day_announce after update on office_day for each row execute function announce_office_day();

-- An appointment takes capacity, not a counter. Its lane is the witness that the capacity is there: one member of staff
-- of one shift on that day, nobody in particular. Lanes may change while the appointment stands.
create table appointment (
  city_id text not null references city,
  id uuid not null,
  office_id text not null,
  -- Local date of its start.
  date date not null,
  -- What people read aloud; made when it is booked.
  reference text check (reference ~ '^[A-Z]{1,3}-T-[0-9A-Z]{3}-[0-9A-Z]{3}$'),
  state text not null check (state in
    ('held', 'booked', 'arrived', 'called', 'served', 'no-show', 'cancelled', 'expired')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- '-' and its id where a changed shift has left no room: it takes nobody's place and needs somebody's attention.
  lane text not null check (length(lane) between 1 and 80),
  needs_attention boolean not null default false,
  channel text not null check (channel in ('web', 'phone', 'counter', 'api')),
  case_id uuid,
  -- [{"id": "personalausweis", "persons": 2}]
  services jsonb not null check (jsonb_typeof(services) = 'array' and jsonb_array_length(services) between 1 and 10),
  -- Kinds of scarce devices it needs, as they were when it was booked.
  devices text[] not null default '{}',
  contact_name text check (length(contact_name) between 1 and 120),
  contact_email text check (length(contact_email) between 3 and 254),
  contact_phone text check (contact_phone ~ '^\+[1-9][0-9]{5,14}$'),
  -- The contact was removed by rule.
  forgotten_at timestamptz,
  -- SHA-256 of the secret that the citizen has.
  secret_hash bytea not null check (octet_length(secret_hash) = 32),
  -- Whose hold it is, as a hash: one browser or account has one hold at a time.
  holder bytea check (octet_length(holder) = 32),
  expires_at timestamptz,
  extended boolean not null default false,
  -- A request that came twice: hashes of its key and content, and what the secret is made of besides the key.
  key_hash bytea check (octet_length(key_hash) = 32),
  request_hash bytea check (octet_length(request_hash) = 32),
  secret_salt bytea check (octet_length(secret_salt) = 16),
  -- Counts changes, for calendar files.
  sequence int not null default 0 check (sequence >= 0),
  created_at timestamptz not null,
  created_by uuid,
  booked_at timestamptz,
  ended_at timestamptz,
  primary key (city_id, id),
  constraint appointment_reference_key unique (city_id, reference),
  constraint appointment_request_key unique (city_id, key_hash),
  -- The day and not the office: a booking holds the day's lock, and must not wait for the office's.
  constraint appointment_day foreign key (city_id, office_id, date) references office_day,
  foreign key (city_id, case_id) references "case",
  foreign key (city_id, created_by) references account,
  constraint appointment_ends_later check (starts_at < ends_at),
  constraint appointment_hold_expires check (state <> 'held' or expires_at is not null),
  constraint appointment_booked_has_reference check (
    state in ('held', 'cancelled', 'expired') or (reference is not null and booked_at is not null)),
  constraint appointment_booked_has_contact check (
    state not in ('booked', 'arrived', 'called') or contact_name is not null or forgotten_at is not null),
  constraint appointment_contact_is_reachable check (
    contact_name is null or contact_email is not null or contact_phone is not null),
  constraint appointment_contact_has_name check (
    contact_name is not null or (contact_email is null and contact_phone is null)),
  constraint appointment_request_whole check (num_nonnulls(key_hash, request_hash, secret_salt) in (0, 3)),
  constraint appointment_attention check (needs_attention = (lane = '-' || id)),
  -- Nobody serves two at a time. Deferrable, because appointments may change their lanes among each other.
  constraint appointment_lane exclude using gist
    (city_id with =, lane with =, tstzrange(starts_at, ends_at) with &&)
    where (state in ('held', 'booked', 'arrived', 'called', 'served'))
    deferrable initially immediate
);
create index appointment_of_day on appointment (city_id, office_id, date)
  where state in ('held', 'booked', 'arrived', 'called', 'served');
create unique index appointment_one_hold on appointment (city_id, holder) where state = 'held';
create index appointment_hold_due on appointment (expires_at) where state = 'held';
create index appointment_with_contact on appointment (ends_at) where contact_name is not null;

-- The units of scarce devices that an appointment takes; gone when it no longer takes capacity.
create table appointment_device (
  city_id text not null,
  appointment_id uuid not null,
  office_id text not null,
  kind text not null,
  unit int not null check (unit >= 1),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (city_id, appointment_id, kind),
  foreign key (city_id, appointment_id) references appointment on delete cascade,
  constraint appointment_device_unit exclude using gist
    (city_id with =, office_id with =, kind with =, unit with =, tstzrange(starts_at, ends_at) with &&)
    deferrable initially immediate
);
