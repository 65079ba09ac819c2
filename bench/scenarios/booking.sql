-- One booking for pgbench: the least that its two transactions (hold, confirm) need. Each client books places of its own,
-- numbered from :base on: one day after the other from :first, then quarters of an hour, then lanes.
\set turn :turn + 1
\set n :base + :client_id * :per_client + :turn - 1
\set serial :serials + :n
\set day :n % :days
\set place :n / :days
\set quarter :place % :quarters
\set lane :place / :quarters + 1
begin;
select version from office_day
  where city_id = :city and office_id = :office and date = :first::date + :day::int for update;
select id, lane, starts_at, ends_at, services, devices from appointment
  where city_id = :city and office_id = :office and date = :first::date + :day::int
    and state in ('held', 'booked', 'arrived', 'called', 'served');
update office_day set version = version + 1
  where city_id = :city and office_id = :office and date = :first::date + :day::int;
insert into appointment (city_id, id, office_id, date, state, starts_at, ends_at, lane, channel, services, devices,
    secret_hash, expires_at, key_hash, request_hash, secret_salt, created_at)
  values (:city, (:appointment || lpad(:n::text, 12, '0'))::uuid, :office, :first::date + :day::int, 'held',
    ((:first::date + :day::int) + make_interval(mins => 480 + 15 * :quarter::int)) at time zone 'Europe/Berlin',
    ((:first::date + :day::int) + make_interval(mins => 495 + 15 * :quarter::int)) at time zone 'Europe/Berlin',
    :shift || :lane::text, 'api', '[{"id": "eid-pin", "persons": 1}]', '{}',
    sha256((:appointment || :n::text)::bytea), now() + interval '10 minutes', sha256((:appointment || :n::text || 'key')::bytea),
    sha256((:appointment || :n::text || 'request')::bytea), substr(sha256((:appointment || :n::text || 'salt')::bytea), 1, 16), now());
insert into event (city_id, id, at, actor_kind, kind, version, subject_id, data)
  values (:city, (:hold_event || lpad(:n::text, 12, '0'))::uuid, now(), 'api', 'appointment.held', 1,
    (:appointment || lpad(:n::text, 12, '0'))::text, :held::jsonb);
commit;
begin;
update appointment set state = 'booked', reference = regexp_replace(upper(lpad(to_hex(:serial::int), 6, '0')),
      '^(...)(...)$', 'ZZ-T-\1-\2'),
    contact_name = 'Kim Beispiel', contact_email = 'kim@example.org', holder = null, booked_at = now()
  where city_id = :city and id = (:appointment || lpad(:n::text, 12, '0'))::uuid and state = 'held' and expires_at > now()
  returning *;
insert into event (city_id, id, at, actor_kind, kind, version, subject_id, data)
  values (:city, (:booking_event || lpad(:n::text, 12, '0'))::uuid, now(), 'api', 'appointment.booked', 1,
    (:appointment || lpad(:n::text, 12, '0'))::text, :booked::jsonb);
commit;
