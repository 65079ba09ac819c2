

CREATE SCHEMA public;

COMMENT ON SCHEMA public IS 'standard public schema';

CREATE FUNCTION public.announce_event() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform pg_notify('live', json_build_object('city', new.city_id, 'topic', new.kind, 'subject', new.subject_id, 'seq', new.seq)::text);
  return null;
end $$;

CREATE FUNCTION public.announce_office_day() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform pg_notify('live', json_build_object('city', new.city_id, 'topic', 'office-day',
    'subject', new.office_id || '/' || new.date || '/' || new.version)::text);
  return null;
end $$;

CREATE FUNCTION public.case_said_otherwise() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  update report set place = place where city_id = new.city_id and case_id = new.id;
  return null;
end $$;

CREATE FUNCTION public.cell_middle(value double precision, size double precision, most double precision) RETURNS double precision
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN GREATEST((- most), LEAST(most, ((floor((CASE WHEN (abs(value) > (0.00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001)::double precision) THEN value WHEN (value < (0)::double precision) THEN ('-0.00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001'::numeric)::double precision ELSE (0)::double precision END / size)) + (0.5)::double precision) * size)));

CREATE FUNCTION public.keep_closed_plan() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if old.closed_at is not null and (new.plan, new.period, new.baseline, new.locked_at, new.closed_at)
    is distinct from (old.plan, old.period, old.baseline, old.locked_at, old.closed_at)
  then
    raise exception 'the plan of a closed trial stays' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

CREATE FUNCTION public.keep_protocol() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if old.done_at is not null then
    raise exception 'the protocol of an end stays' using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $$;

CREATE FUNCTION public.map_cell_lat() RETURNS double precision
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (0.006866455078125)::double precision;

CREATE FUNCTION public.map_cell_lon() RETURNS double precision
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (0.010986328125)::double precision;

CREATE FUNCTION public.public_lat(lat double precision) RETURNS double precision
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (floor(((public.cell_middle(lat, ((250)::double precision / (111195.0)::double precision), (90)::double precision) * ('1000000'::numeric)::double precision) + (0.5)::double precision)) / ('1000000'::numeric)::double precision);

CREATE FUNCTION public.public_lon(lat double precision, lon double precision) RETURNS double precision
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (floor(((public.cell_middle(lon, (((250)::double precision / (111195.0)::double precision) / GREATEST(cos(((public.cell_middle(lat, ((250)::double precision / (111195.0)::double precision), (90)::double precision) * pi()) / (180)::double precision)), (((250)::double precision / (111195.0)::double precision) / (360)::double precision))), (180)::double precision) * ('1000000'::numeric)::double precision) + (0.5)::double precision)) / ('1000000'::numeric)::double precision);

CREATE TABLE public.report (
    city_id text NOT NULL,
    case_id uuid NOT NULL,
    category_id text NOT NULL,
    state text NOT NULL,
    place text,
    answers jsonb DEFAULT '{}'::jsonb NOT NULL,
    due_at timestamp with time zone NOT NULL,
    planned_for date,
    reminded_for timestamp with time zone,
    assigned_to uuid,
    times_routed integer DEFAULT 0 NOT NULL,
    secret_hash text,
    secret_tries integer DEFAULT 0 NOT NULL,
    answer text,
    answered_at timestamp with time zone,
    key_hash bytea,
    lat double precision,
    lon double precision,
    media_url text,
    released_at timestamp with time zone,
    released_by uuid,
    street text,
    private_ground boolean DEFAULT false NOT NULL,
    merged_into uuid,
    words tsvector DEFAULT ''::tsvector NOT NULL,
    public_words tsvector DEFAULT ''::tsvector NOT NULL,
    public_lat double precision GENERATED ALWAYS AS (
CASE
    WHEN private_ground THEN public.public_lat(lat)
    ELSE lat
END) STORED,
    public_lon double precision GENERATED ALWAYS AS (
CASE
    WHEN private_ground THEN public.public_lon(lat, lon)
    ELSE lon
END) STORED,
    put_away_until timestamp with time zone,
    CONSTRAINT report_answer_check CHECK (((length(answer) >= 1) AND (length(answer) <= 4000))),
    CONSTRAINT report_ends_with_answer CHECK ((((state = ANY (ARRAY['done'::text, 'not-done'::text])) = (answer IS NOT NULL)) AND ((answer IS NULL) = (answered_at IS NULL)))),
    CONSTRAINT report_has_both_coordinates CHECK (((lat IS NULL) = (lon IS NULL))),
    CONSTRAINT report_key_hash_check CHECK ((octet_length(key_hash) = 32)),
    CONSTRAINT report_lat_check CHECK (((lat >= ('-90'::integer)::double precision) AND (lat <= (90)::double precision))),
    CONSTRAINT report_lon_check CHECK (((lon >= ('-180'::integer)::double precision) AND (lon <= (180)::double precision))),
    CONSTRAINT report_media_url_check CHECK (((length(media_url) >= 1) AND (length(media_url) <= 2000))),
    CONSTRAINT report_not_in_itself CHECK ((merged_into <> case_id)),
    CONSTRAINT report_place_check CHECK (((length(place) >= 1) AND (length(place) <= 300))),
    CONSTRAINT report_planned_has_day CHECK (((state <> 'planned'::text) OR (planned_for IS NOT NULL))),
    CONSTRAINT report_put_away_open CHECK (((put_away_until IS NULL) OR (answered_at IS NULL))),
    CONSTRAINT report_released_by_somebody CHECK (((released_at IS NULL) = (released_by IS NULL))),
    CONSTRAINT report_state_check CHECK ((state = ANY (ARRAY['received'::text, 'in-work'::text, 'planned'::text, 'forwarded'::text, 'done'::text, 'not-done'::text]))),
    CONSTRAINT report_street_check CHECK (((length(street) >= 1) AND (length(street) <= 120))),
    CONSTRAINT report_times_routed_check CHECK ((times_routed >= 0))
);

CREATE TABLE public.report_map_cell (
    city_id text NOT NULL,
    lat_cell integer NOT NULL,
    lon_cell integer NOT NULL,
    category_id text NOT NULL,
    ended boolean NOT NULL,
    reports integer NOT NULL,
    lat_sum bigint NOT NULL,
    lon_sum bigint NOT NULL,
    lat_squares bigint NOT NULL,
    lon_squares bigint NOT NULL,
    CONSTRAINT report_map_cell_reports_check CHECK ((reports > 0))
);

CREATE FUNCTION public.map_share(r public.report) RETURNS SETOF public.report_map_cell
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT (map_share.r).city_id AS city_id,
     cell.lat_cell,
     cell.lon_cell,
     (map_share.r).category_id AS category_id,
     ((map_share.r).answered_at IS NOT NULL),
     1,
     part.lat_part,
     part.lon_part,
     (part.lat_part * part.lat_part),
     (part.lon_part * part.lon_part)
    FROM ( SELECT (floor(((map_share.r).public_lat / public.map_cell_lat())))::integer AS lat_cell,
             (floor(((map_share.r).public_lon / public.map_cell_lon())))::integer AS lon_cell) cell,
     LATERAL ( SELECT ((floor((((map_share.r).public_lat * ('1000000'::numeric)::double precision) + (0.5)::double precision)))::bigint - (floor((((cell.lat_cell)::double precision * public.map_cell_lat()) * ('1000000'::numeric)::double precision)))::bigint) AS lat_part,
             ((floor((((map_share.r).public_lon * ('1000000'::numeric)::double precision) + (0.5)::double precision)))::bigint - (floor((((cell.lon_cell)::double precision * public.map_cell_lon()) * ('1000000'::numeric)::double precision)))::bigint) AS lon_part) part
   WHERE (((map_share.r).released_at IS NOT NULL) AND ((map_share.r).merged_into IS NULL) AND ((map_share.r).public_lat IS NOT NULL) AND ((map_share.r).public_lon IS NOT NULL));
END;

CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;

CREATE FUNCTION public.report_counted_on_map() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
  before report_map_cell;
  after report_map_cell;
begin
  if tg_op <> 'INSERT' then select * into before from map_share(old); end if;
  if tg_op <> 'DELETE' then select * into after from map_share(new); end if;
  if before is not distinct from after then return null; end if;
  -- Always in the same order, so that two who change the same cells do not wait for each other.
  perform from report_map_cell c
  where (c.city_id, c.lat_cell, c.lon_cell, c.category_id, c.ended) in (
    (before.city_id, before.lat_cell, before.lon_cell, before.category_id, before.ended),
    (after.city_id, after.lat_cell, after.lon_cell, after.category_id, after.ended))
  order by c.city_id, c.lat_cell, c.lon_cell, c.category_id, c.ended
  for update;
  if before.city_id is not null then
    delete from report_map_cell c
    where (c.city_id, c.lat_cell, c.lon_cell, c.category_id, c.ended)
      = (before.city_id, before.lat_cell, before.lon_cell, before.category_id, before.ended) and c.reports = 1;
    update report_map_cell c
    set reports = c.reports - 1, lat_sum = c.lat_sum - before.lat_sum, lon_sum = c.lon_sum - before.lon_sum,
      lat_squares = c.lat_squares - before.lat_squares, lon_squares = c.lon_squares - before.lon_squares
    where (c.city_id, c.lat_cell, c.lon_cell, c.category_id, c.ended)
      = (before.city_id, before.lat_cell, before.lon_cell, before.category_id, before.ended);
  end if;
  if after.city_id is not null then
    insert into report_map_cell as c select after.*
    on conflict (city_id, lat_cell, lon_cell, category_id, ended) do update
    set reports = c.reports + 1, lat_sum = c.lat_sum + after.lat_sum, lon_sum = c.lon_sum + after.lon_sum,
      lat_squares = c.lat_squares + after.lat_squares, lon_squares = c.lon_squares + after.lon_squares;
  end if;
  return null;
end $$;

CREATE FUNCTION public.report_is_merged_flat() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if exists (select from report where city_id = new.city_id and case_id = new.merged_into and merged_into is not null)
    or exists (select from report where city_id = new.city_id and merged_into = new.case_id) then
    raise exception 'reports are merged one level deep' using errcode = 'check_violation', constraint = 'report_merged_flat';
  end if;
  return new;
end $$;

CREATE FUNCTION public.report_words() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
  said text := (select reason from "case" where city_id = new.city_id and id = new.case_id);
begin
  new.words := to_tsvector('german', concat_ws(' ', said, new.place, new.street));
  new.public_words :=
    to_tsvector('german', concat_ws(' ', said, case when new.private_ground then new.street else new.place end));
  return new;
end $$;

CREATE TABLE public.account (
    city_id text NOT NULL,
    id uuid NOT NULL,
    login text NOT NULL,
    name text NOT NULL,
    role text NOT NULL,
    provider_id uuid,
    password_hash text NOT NULL,
    totp_secret text,
    totp_pending text,
    totp_last_step integer,
    active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone NOT NULL,
    skills text[] DEFAULT '{}'::text[] NOT NULL,
    deputy_id uuid,
    languages text[] DEFAULT '{}'::text[] NOT NULL,
    CONSTRAINT account_agent_of_provider CHECK (((role = 'agent'::text) = (provider_id IS NOT NULL))),
    CONSTRAINT account_deputy_is_another CHECK ((deputy_id <> id)),
    CONSTRAINT account_languages_check CHECK ((languages <@ ARRAY['de'::text, 'en'::text, 'tr'::text, 'ar'::text, 'uk'::text, 'ru'::text, 'pl'::text, 'ro'::text, 'bg'::text, 'fa'::text, 'ku'::text, 'sq'::text, 'sr'::text, 'el'::text, 'it'::text, 'es'::text, 'fr'::text])),
    CONSTRAINT account_login_check CHECK (((login = lower(login)) AND ((length(login) >= 2) AND (length(login) <= 120)))),
    CONSTRAINT account_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
    CONSTRAINT account_role_check CHECK ((role = ANY (ARRAY['agent'::text, 'clerk'::text, 'report'::text, 'lead'::text, 'admin'::text])))
);

CREATE TABLE public.account_team (
    city_id text NOT NULL,
    account_id uuid NOT NULL,
    team_id uuid NOT NULL
);

CREATE TABLE public.address (
    city_id text NOT NULL,
    street_id integer NOT NULL,
    number integer NOT NULL,
    addition text NOT NULL,
    lat double precision NOT NULL,
    lon double precision NOT NULL,
    CONSTRAINT address_addition_check CHECK ((length(addition) <= 10)),
    CONSTRAINT address_lat_check CHECK (((lat >= ('-90'::integer)::double precision) AND (lat <= (90)::double precision))),
    CONSTRAINT address_lon_check CHECK (((lon >= ('-180'::integer)::double precision) AND (lon <= (180)::double precision))),
    CONSTRAINT address_number_check CHECK (((number >= 1) AND (number <= 99999)))
);

CREATE TABLE public.announcement (
    city_id text NOT NULL,
    id uuid NOT NULL,
    text text NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    account_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    text_en text,
    text_einfach text,
    link text,
    important boolean DEFAULT true NOT NULL,
    CONSTRAINT announcement_ends_later CHECK ((starts_at < ends_at)),
    CONSTRAINT announcement_link_check CHECK (((length(link) <= 500) AND (link ~ '^(https?://|/([^/\\]|$))'::text))),
    CONSTRAINT announcement_text_check CHECK (((length(text) >= 1) AND (length(text) <= 300))),
    CONSTRAINT announcement_text_einfach_check CHECK (((length(text_einfach) >= 1) AND (length(text_einfach) <= 300))),
    CONSTRAINT announcement_text_en_check CHECK (((length(text_en) >= 1) AND (length(text_en) <= 300)))
);

CREATE TABLE public.announcement_line (
    city_id text NOT NULL,
    announcement_id uuid NOT NULL,
    line_id uuid NOT NULL
);

CREATE TABLE public.appointment (
    city_id text NOT NULL,
    id uuid NOT NULL,
    office_id text NOT NULL,
    date date NOT NULL,
    reference text,
    state text NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    lane text NOT NULL,
    needs_attention boolean DEFAULT false NOT NULL,
    channel text NOT NULL,
    case_id uuid,
    services jsonb NOT NULL,
    devices text[] DEFAULT '{}'::text[] NOT NULL,
    contact_name text,
    contact_email text,
    contact_phone text,
    forgotten_at timestamp with time zone,
    secret_hash bytea NOT NULL,
    holder bytea,
    expires_at timestamp with time zone,
    extended boolean DEFAULT false NOT NULL,
    key_hash bytea,
    request_hash bytea,
    secret_salt bytea,
    sequence integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    booked_at timestamp with time zone,
    ended_at timestamp with time zone,
    quota text,
    counter text,
    arrived_at timestamp with time zone,
    squeezed_because text,
    lang text DEFAULT 'de'::text NOT NULL,
    confirm_by text,
    confirm_asks integer DEFAULT 0 NOT NULL,
    code_hash bytea,
    code_tries integer DEFAULT 0 NOT NULL,
    kept_at timestamp with time zone,
    phone_key_hash text,
    phone_key_tries integer DEFAULT 0 NOT NULL,
    CONSTRAINT appointment_asked_has_contact CHECK (((state <> 'held'::text) OR (confirm_by IS NULL) OR (contact_name IS NOT NULL))),
    CONSTRAINT appointment_attention CHECK ((needs_attention = (lane = ('-'::text || id)))),
    CONSTRAINT appointment_booked_has_contact CHECK (((state <> ALL (ARRAY['booked'::text, 'arrived'::text, 'called'::text])) OR (contact_name IS NOT NULL) OR (forgotten_at IS NOT NULL))),
    CONSTRAINT appointment_booked_has_reference CHECK (((state = ANY (ARRAY['held'::text, 'cancelled'::text, 'expired'::text])) OR ((reference IS NOT NULL) AND (booked_at IS NOT NULL)))),
    CONSTRAINT appointment_called_to CHECK (((state <> 'called'::text) OR (counter IS NOT NULL))),
    CONSTRAINT appointment_channel_check CHECK ((channel = ANY (ARRAY['web'::text, 'phone'::text, 'counter'::text, 'api'::text]))),
    CONSTRAINT appointment_code_hash_check CHECK ((octet_length(code_hash) = 32)),
    CONSTRAINT appointment_code_tries_check CHECK (((code_tries >= 0) AND (code_tries <= 5))),
    CONSTRAINT appointment_confirm_asks_check CHECK (((confirm_asks >= 0) AND (confirm_asks <= 3))),
    CONSTRAINT appointment_confirm_by_check CHECK ((confirm_by = ANY (ARRAY['link'::text, 'code'::text]))),
    CONSTRAINT appointment_contact_email_check CHECK (((length(contact_email) >= 3) AND (length(contact_email) <= 254))),
    CONSTRAINT appointment_contact_has_name CHECK (((contact_name IS NOT NULL) OR ((contact_email IS NULL) AND (contact_phone IS NULL)))),
    CONSTRAINT appointment_contact_is_reachable CHECK (((contact_name IS NULL) OR (contact_email IS NOT NULL) OR (contact_phone IS NOT NULL) OR (channel = 'counter'::text))),
    CONSTRAINT appointment_contact_name_check CHECK (((length(contact_name) >= 1) AND (length(contact_name) <= 120))),
    CONSTRAINT appointment_contact_phone_check CHECK ((contact_phone ~ '^\+[1-9][0-9]{5,14}$'::text)),
    CONSTRAINT appointment_counter_check CHECK ((((length(counter) >= 1) AND (length(counter) <= 20)) AND (counter = btrim(counter)))),
    CONSTRAINT appointment_ends_later CHECK ((starts_at < ends_at)),
    CONSTRAINT appointment_hold_expires CHECK (((state <> 'held'::text) OR (expires_at IS NOT NULL))),
    CONSTRAINT appointment_holder_check CHECK ((octet_length(holder) = 32)),
    CONSTRAINT appointment_key_hash_check CHECK ((octet_length(key_hash) = 32)),
    CONSTRAINT appointment_lane_check CHECK (((length(lane) >= 1) AND (length(lane) <= 80))),
    CONSTRAINT appointment_lang_check CHECK ((lang = ANY (ARRAY['de'::text, 'en'::text, 'einfach'::text]))),
    CONSTRAINT appointment_phone_key CHECK (((phone_key_hash IS NULL) OR (reference IS NOT NULL))),
    CONSTRAINT appointment_phone_key_tries_check CHECK (((phone_key_tries >= 0) AND (phone_key_tries <= 10))),
    CONSTRAINT appointment_quota_check CHECK ((quota = ANY (ARRAY['web'::text, 'phone'::text, 'counter'::text, 'emergency'::text]))),
    CONSTRAINT appointment_reference_check CHECK ((reference ~ '^[A-Z]{1,3}-T-[0-9A-Z]{3}-[0-9A-Z]{3}$'::text)),
    CONSTRAINT appointment_request_hash_check CHECK ((octet_length(request_hash) = 32)),
    CONSTRAINT appointment_request_whole CHECK ((num_nonnulls(key_hash, request_hash, secret_salt) = ANY (ARRAY[0, 3]))),
    CONSTRAINT appointment_secret_hash_check CHECK ((octet_length(secret_hash) = 32)),
    CONSTRAINT appointment_secret_salt_check CHECK ((octet_length(secret_salt) = 16)),
    CONSTRAINT appointment_sequence_check CHECK ((sequence >= 0)),
    CONSTRAINT appointment_services_check CHECK (((jsonb_typeof(services) = 'array'::text) AND ((jsonb_array_length(services) >= 1) AND (jsonb_array_length(services) <= 10)))),
    CONSTRAINT appointment_squeezed_at_counter CHECK (((squeezed_because IS NULL) OR (channel = 'counter'::text))),
    CONSTRAINT appointment_squeezed_because_check CHECK (((length(squeezed_because) >= 1) AND (length(squeezed_because) <= 200))),
    CONSTRAINT appointment_state_check CHECK ((state = ANY (ARRAY['held'::text, 'booked'::text, 'arrived'::text, 'called'::text, 'served'::text, 'no-show'::text, 'cancelled'::text, 'expired'::text])))
);

COMMENT ON COLUMN public.appointment.lane IS '''-'' and its id: a changed plan has left no room, and somebody has to settle it. ''+'' and its id: taken beside the plan, on purpose.';

CREATE TABLE public.appointment_device (
    city_id text NOT NULL,
    appointment_id uuid NOT NULL,
    office_id text NOT NULL,
    kind text NOT NULL,
    unit integer NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    CONSTRAINT appointment_device_unit_check CHECK ((unit >= 1))
);

CREATE TABLE public.appointment_kept (
    city_id text NOT NULL,
    id uuid NOT NULL,
    office_id text NOT NULL,
    date date NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    lane text NOT NULL,
    units jsonb DEFAULT '{}'::jsonb NOT NULL,
    services jsonb NOT NULL,
    devices text[] DEFAULT '{}'::text[] NOT NULL,
    kept_until timestamp with time zone NOT NULL,
    CONSTRAINT appointment_kept_ends_later CHECK ((starts_at < ends_at)),
    CONSTRAINT appointment_kept_services_check CHECK ((jsonb_typeof(services) = 'array'::text)),
    CONSTRAINT appointment_kept_units_check CHECK ((jsonb_typeof(units) = 'object'::text))
);

CREATE TABLE public.appointment_key (
    city_id text NOT NULL,
    hash bytea NOT NULL,
    appointment_id uuid NOT NULL,
    purpose text NOT NULL,
    expires_at timestamp with time zone,
    used_at timestamp with time zone,
    CONSTRAINT appointment_key_hash_check1 CHECK ((octet_length(hash) = 32)),
    CONSTRAINT appointment_key_purpose_check CHECK ((purpose = ANY (ARRAY['own'::text, 'link'::text, 'confirm'::text, 'reminder'::text])))
);

CREATE TABLE public.appointment_notice_setting (
    city_id text NOT NULL,
    confirm text DEFAULT 'none'::text NOT NULL,
    reminder_days integer DEFAULT 2 NOT NULL,
    CONSTRAINT appointment_notice_setting_confirm_check CHECK ((confirm = ANY (ARRAY['none'::text, 'link'::text, 'code'::text]))),
    CONSTRAINT appointment_notice_setting_reminder_days_check CHECK (((reminder_days >= 0) AND (reminder_days <= 14)))
);

CREATE TABLE public.appointment_service (
    city_id text NOT NULL,
    service_id text NOT NULL,
    setup_minutes integer DEFAULT 0 NOT NULL,
    minutes integer NOT NULL,
    devices text[] DEFAULT '{}'::text[] NOT NULL,
    bookable boolean DEFAULT true NOT NULL,
    CONSTRAINT appointment_service_minutes_check CHECK (((minutes >= 1) AND (minutes <= 480))),
    CONSTRAINT appointment_service_setup_minutes_check CHECK (((setup_minutes >= 0) AND (setup_minutes <= 120)))
);

CREATE TABLE public.attempt (
    city_id text NOT NULL,
    id uuid NOT NULL,
    callback_id uuid NOT NULL,
    number integer NOT NULL,
    account_id uuid NOT NULL,
    via text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    rang_at timestamp with time zone,
    answered_at timestamp with time zone,
    hung_up_at timestamp with time zone,
    closed_at timestamp with time zone,
    result text,
    heard text,
    CONSTRAINT attempt_check CHECK (((closed_at IS NULL) = (result IS NULL))),
    CONSTRAINT attempt_heard_check CHECK ((heard = ANY (ARRAY['busy'::text, 'no-answer'::text, 'no-such-number'::text]))),
    CONSTRAINT attempt_number_check CHECK (((number >= 1) AND (number <= 3))),
    CONSTRAINT attempt_result_check CHECK ((result = ANY (ARRAY['reached'::text, 'busy'::text, 'no-answer'::text, 'voicemail'::text, 'failed'::text, 'called-back-meanwhile'::text]))),
    CONSTRAINT attempt_via_check CHECK ((via = ANY (ARRAY['asterisk'::text, 'tel'::text, 'training'::text])))
);

CREATE TABLE public.audit (
    seq bigint NOT NULL,
    city_id text NOT NULL,
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    account_id uuid NOT NULL,
    action text NOT NULL,
    subject_kind text NOT NULL,
    subject_id text NOT NULL,
    note text,
    CONSTRAINT audit_note_check CHECK (((length(note) >= 1) AND (length(note) <= 200)))
);

ALTER TABLE public.audit ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.audit_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.call (
    city_id text NOT NULL,
    id uuid NOT NULL,
    source text NOT NULL,
    source_key text NOT NULL,
    direction text DEFAULT 'in'::text NOT NULL,
    line_id uuid,
    caller text,
    state text NOT NULL,
    offered_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    ended_at timestamp with time zone,
    wait_ms integer,
    talk_ms integer,
    agent_id uuid,
    answered_by text,
    end_reason text,
    answer_promise text,
    answer_cause text,
    case_id uuid,
    outside_hours boolean DEFAULT false NOT NULL,
    priority integer DEFAULT 0 NOT NULL,
    team_id uuid,
    place_since timestamp with time zone,
    place_of uuid,
    served_line_id uuid,
    after_closing boolean DEFAULT false NOT NULL,
    caller_key text,
    CONSTRAINT call_answer_cause_check CHECK ((answer_cause = ANY (ARRAY['all-busy'::text, 'none-signed-in'::text, 'ring-no-answer'::text, 'trunk-down'::text, 'closed'::text, 'caller-left'::text, 'unknown'::text]))),
    CONSTRAINT call_answer_promise_check CHECK ((answer_promise = ANY (ARRAY['open'::text, 'kept'::text, 'broken'::text]))),
    CONSTRAINT call_broken_has_cause CHECK ((((answer_promise = 'broken'::text) = (answer_cause IS NOT NULL)) OR (answer_promise IS NULL))),
    CONSTRAINT call_caller_check CHECK ((caller ~ '^\+[1-9][0-9]{5,14}$'::text)),
    CONSTRAINT call_caller_key_check CHECK ((caller_key ~ '^[0-9a-f]{32}$'::text)),
    CONSTRAINT call_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text]))),
    CONSTRAINT call_end_has_reason CHECK (((state = 'ended'::text) = (end_reason IS NOT NULL))),
    CONSTRAINT call_end_reason_check CHECK ((end_reason = ANY (ARRAY['abandoned'::text, 'caller-hung-up'::text, 'agent-hung-up'::text, 'closed'::text, 'handed-over'::text, 'busy'::text, 'failed'::text, 'unknown-end'::text, 'callback-promised'::text, 'blocked'::text, 'telephone-lost'::text]))),
    CONSTRAINT call_lost_at_closing CHECK (((NOT after_closing) OR ((end_reason = 'abandoned'::text) AND (answered_at IS NULL)))),
    CONSTRAINT call_place_has_origin CHECK (((place_since IS NULL) = (place_of IS NULL))),
    CONSTRAINT call_place_is_older CHECK ((place_since <= offered_at)),
    CONSTRAINT call_priority_check CHECK ((priority >= 0)),
    CONSTRAINT call_source_check CHECK ((source = ANY (ARRAY['asterisk'::text, 'cti'::text, 'training'::text]))),
    CONSTRAINT call_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'connected'::text, 'ended'::text]))),
    CONSTRAINT call_talk_ms_check CHECK ((talk_ms >= 0)),
    CONSTRAINT call_training_has_no_key CHECK (((source <> 'training'::text) OR (caller_key IS NULL))),
    CONSTRAINT call_training_promises_nothing CHECK (((source <> 'training'::text) OR (answer_promise IS NULL))),
    CONSTRAINT call_wait_ms_check CHECK ((wait_ms >= 0))
);

CREATE TABLE public.callback (
    city_id text NOT NULL,
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    team_id uuid NOT NULL,
    practice boolean DEFAULT false NOT NULL,
    window_start timestamp with time zone NOT NULL,
    window_end timestamp with time zone NOT NULL,
    promised_at timestamp with time zone NOT NULL,
    promised_by uuid,
    promise text DEFAULT 'open'::text NOT NULL,
    decided_at timestamp with time zone,
    cause text,
    state text DEFAULT 'waiting'::text NOT NULL,
    due_from timestamp with time zone NOT NULL,
    due_until timestamp with time zone NOT NULL,
    owner_id uuid,
    taken_at timestamp with time zone,
    books_unit boolean DEFAULT false NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    outcome text,
    done_at timestamp with time zone,
    work_ms integer DEFAULT 480000 NOT NULL,
    reserved_for uuid,
    away_until timestamp with time zone,
    stand_in_id uuid,
    sequence integer DEFAULT 0 NOT NULL,
    answer text,
    CONSTRAINT callback_answer_check CHECK ((answer = ANY (ARRAY['email'::text, 'sms'::text, 'no-address'::text, 'not-connected'::text, 'practice'::text]))),
    CONSTRAINT callback_attempts_check CHECK (((attempts >= 0) AND (attempts <= 3))),
    CONSTRAINT callback_away_is_named CHECK (((away_until IS NULL) OR (reserved_for IS NOT NULL))),
    CONSTRAINT callback_broken_has_cause CHECK (((promise = 'broken'::text) = (cause IS NOT NULL))),
    CONSTRAINT callback_cause_check CHECK ((cause = ANY (ARRAY['nobody-took-it'::text, 'owner-did-not-call'::text, 'telephone-failed'::text, 'nobody-on-duty'::text, 'wrong-number'::text]))),
    CONSTRAINT callback_check CHECK (((window_start < window_end) AND (due_from < due_until))),
    CONSTRAINT callback_decided CHECK (((promise = 'open'::text) = (decided_at IS NULL))),
    CONSTRAINT callback_done_has_outcome CHECK (((state = 'done'::text) = ((outcome IS NOT NULL) AND (done_at IS NOT NULL)))),
    CONSTRAINT callback_done_is_decided CHECK (((state <> 'done'::text) OR (promise <> 'open'::text))),
    CONSTRAINT callback_not_reached_has_answer CHECK (((outcome IS DISTINCT FROM 'not-reached'::text) OR (answer IS NOT NULL))),
    CONSTRAINT callback_outcome_check CHECK ((outcome = ANY (ARRAY['settled'::text, 'not-reached'::text, 'needs-appointment'::text, 'appointment-booked'::text, 'withdrawn'::text, 'follow-up'::text]))),
    CONSTRAINT callback_promise_check CHECK ((promise = ANY (ARRAY['open'::text, 'kept'::text, 'broken'::text, 'withdrawn'::text]))),
    CONSTRAINT callback_sequence_check CHECK ((sequence >= 0)),
    CONSTRAINT callback_stands_in_for_away CHECK (((stand_in_id IS NULL) OR (away_until IS NOT NULL))),
    CONSTRAINT callback_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'taken'::text, 'done'::text]))),
    CONSTRAINT callback_taken_has_owner CHECK (((state <> 'taken'::text) OR ((owner_id IS NOT NULL) AND (taken_at IS NOT NULL)))),
    CONSTRAINT callback_work_ms_check CHECK ((work_ms > 0))
);

CREATE TABLE public.callback_alarm (
    city_id text NOT NULL,
    callback_id uuid NOT NULL,
    window_end timestamp with time zone NOT NULL,
    stage text NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    cleared_at timestamp with time zone,
    CONSTRAINT callback_alarm_clears CHECK (((cleared_at IS NULL) OR (stage = ANY (ARRAY['too-much'::text, 'nobody'::text])))),
    CONSTRAINT callback_alarm_stage_check CHECK ((stage = ANY (ARRAY['half'::text, 'four-fifths'::text, 'too-much'::text, 'nobody'::text, 'late-told'::text, 'asked-later'::text])))
);

CREATE TABLE public.callback_forecast (
    city_id text NOT NULL,
    callback_id uuid NOT NULL,
    team_id uuid NOT NULL,
    theta double precision NOT NULL,
    expected_by timestamp with time zone,
    missed boolean,
    theta_after double precision,
    decided_at timestamp with time zone,
    CONSTRAINT callback_forecast_check CHECK ((((missed IS NULL) = (theta_after IS NULL)) AND ((missed IS NULL) = (decided_at IS NULL))))
);

CREATE TABLE public.callback_key (
    city_id text NOT NULL,
    hash bytea NOT NULL,
    callback_id uuid NOT NULL,
    purpose text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT callback_key_hash_check CHECK ((octet_length(hash) = 32)),
    CONSTRAINT callback_key_purpose_check CHECK ((purpose = ANY (ARRAY['own'::text, 'link'::text])))
);

CREATE TABLE public.callback_length (
    city_id text NOT NULL,
    team_id uuid NOT NULL,
    service_id text,
    weight double precision NOT NULL,
    mean_ms double precision NOT NULL,
    variance double precision NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT callback_length_mean_ms_check CHECK ((mean_ms >= (0)::double precision)),
    CONSTRAINT callback_length_variance_check CHECK ((variance >= (0)::double precision)),
    CONSTRAINT callback_length_weight_check CHECK ((weight > (0)::double precision))
);

CREATE TABLE public.callback_proposal (
    city_id text NOT NULL,
    id uuid NOT NULL,
    line_id uuid NOT NULL,
    team_id uuid NOT NULL,
    caller text,
    called_at timestamp with time zone NOT NULL,
    state text DEFAULT 'open'::text NOT NULL,
    decided_at timestamp with time zone,
    decided_by uuid,
    withdrawn_because text,
    dismissed_because text,
    case_id uuid,
    CONSTRAINT callback_proposal_caller_check CHECK ((caller ~ '^\+[1-9][0-9]{5,14}$'::text)),
    CONSTRAINT callback_proposal_dismissed_because_check CHECK (((length(dismissed_because) >= 1) AND (length(dismissed_because) <= 200))),
    CONSTRAINT callback_proposal_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'dismissed'::text, 'withdrawn'::text]))),
    CONSTRAINT callback_proposal_withdrawn_because_check CHECK ((withdrawn_because = ANY (ARRAY['reached-somebody'::text, 'promised'::text, 'too-old'::text]))),
    CONSTRAINT proposal_accepted_has_case CHECK (((state = 'accepted'::text) = (case_id IS NOT NULL))),
    CONSTRAINT proposal_decided CHECK (((state = 'open'::text) = (decided_at IS NULL))),
    CONSTRAINT proposal_dismissed_has_reason CHECK (((state = 'dismissed'::text) = (dismissed_because IS NOT NULL))),
    CONSTRAINT proposal_open_has_number CHECK (((state <> 'open'::text) OR (caller IS NOT NULL))),
    CONSTRAINT proposal_withdrawn_has_reason CHECK (((state = 'withdrawn'::text) = (withdrawn_because IS NOT NULL)))
);

CREATE TABLE public.callback_proposal_call (
    city_id text NOT NULL,
    call_id uuid NOT NULL,
    proposal_id uuid NOT NULL,
    called_at timestamp with time zone NOT NULL,
    cause text NOT NULL,
    CONSTRAINT callback_proposal_call_cause_check CHECK ((cause = ANY (ARRAY['caller-left'::text, 'line-lost'::text])))
);

CREATE TABLE public.callback_request (
    city_id text NOT NULL,
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    number text NOT NULL,
    window_start timestamp with time zone NOT NULL,
    window_end timestamp with time zone NOT NULL,
    key_hash bytea,
    content_hash bytea NOT NULL,
    phone_hash bytea NOT NULL,
    CONSTRAINT callback_request_check CHECK ((window_end > window_start))
);

CREATE TABLE public.callback_tracker (
    city_id text NOT NULL,
    team_id uuid NOT NULL,
    theta double precision NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT callback_tracker_theta_check CHECK (((theta >= (0)::double precision) AND (theta <= (8)::double precision)))
);

CREATE UNLOGGED TABLE public.caller_salt (
    city_id text NOT NULL,
    day date NOT NULL,
    salt bytea NOT NULL,
    CONSTRAINT caller_salt_salt_check CHECK ((length(salt) = 32))
);

CREATE TABLE public."case" (
    city_id text NOT NULL,
    id uuid NOT NULL,
    number text NOT NULL,
    channel text NOT NULL,
    practice boolean DEFAULT false NOT NULL,
    call_id uuid,
    line_id uuid,
    team_id uuid NOT NULL,
    service_id text,
    reason text NOT NULL,
    contact_name text,
    contact_phone text,
    intake_outcome text NOT NULL,
    state text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    opened_by uuid,
    closed_at timestamp with time zone,
    contact_email text,
    contact_lang text DEFAULT 'de'::text NOT NULL,
    language text DEFAULT 'de'::text NOT NULL,
    owes_answer boolean DEFAULT false NOT NULL,
    email_refused_at timestamp with time zone,
    answer_by timestamp with time zone,
    CONSTRAINT case_answer_by_is_later CHECK ((answer_by >= opened_at)),
    CONSTRAINT case_answer_by_is_real CHECK (((answer_by IS NULL) OR ((NOT practice) AND (intake_outcome <> 'report'::text)))),
    CONSTRAINT case_answered_before_it_ends CHECK (((state = 'open'::text) OR (NOT owes_answer))),
    CONSTRAINT case_channel_check CHECK ((channel = ANY (ARRAY['phone'::text, 'web'::text, 'email'::text, 'counter'::text]))),
    CONSTRAINT case_check CHECK (((state = 'open'::text) = (closed_at IS NULL))),
    CONSTRAINT case_contact_email_check CHECK (((length(contact_email) >= 3) AND (length(contact_email) <= 254))),
    CONSTRAINT case_contact_lang_check CHECK ((contact_lang = ANY (ARRAY['de'::text, 'en'::text, 'einfach'::text]))),
    CONSTRAINT case_contact_name_check CHECK (((length(contact_name) >= 1) AND (length(contact_name) <= 120))),
    CONSTRAINT case_contact_phone_check CHECK ((contact_phone ~ '^\+[1-9][0-9]{5,14}$'::text)),
    CONSTRAINT case_intake_outcome_check CHECK ((intake_outcome = ANY (ARRAY['callback'::text, 'settled'::text, 'hand-over'::text, 'appointment'::text, 'report'::text]))),
    CONSTRAINT case_language_check CHECK ((language = ANY (ARRAY['de'::text, 'en'::text, 'tr'::text, 'ar'::text, 'uk'::text, 'ru'::text, 'pl'::text, 'ro'::text, 'bg'::text, 'fa'::text, 'ku'::text, 'sq'::text, 'sr'::text, 'el'::text, 'it'::text, 'es'::text, 'fr'::text]))),
    CONSTRAINT case_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 4000))),
    CONSTRAINT case_state_check CHECK ((state = ANY (ARRAY['open'::text, 'settled'::text, 'not-reached'::text, 'withdrawn'::text])))
);

CREATE TABLE public.case_attachment (
    city_id text NOT NULL,
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    bytes bytea NOT NULL,
    size integer GENERATED ALWAYS AS (octet_length(bytes)) STORED NOT NULL,
    sha256 bytea GENERATED ALWAYS AS (sha256(bytes)) STORED NOT NULL,
    added_by uuid,
    added_at timestamp with time zone NOT NULL,
    CONSTRAINT case_attachment_media_type_check CHECK ((media_type = ANY (ARRAY['application/pdf'::text, 'image/jpeg'::text, 'image/png'::text]))),
    CONSTRAINT case_attachment_name_check CHECK ((((length(name) >= 1) AND (length(name) <= 120)) AND (name !~ '[[:cntrl:]/\\]'::text))),
    CONSTRAINT case_attachment_size_check CHECK (((size >= 1) AND (size <= ((10 * 1024) * 1024))))
);
ALTER TABLE ONLY public.case_attachment ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE TABLE public.case_note (
    city_id text NOT NULL,
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    account_id uuid,
    text text NOT NULL,
    CONSTRAINT case_note_text_check CHECK (((length(text) >= 1) AND (length(text) <= 2000)))
);

CREATE TABLE public.case_second_number (
    city_id text NOT NULL,
    number text NOT NULL,
    case_id uuid NOT NULL,
    given_at timestamp with time zone NOT NULL,
    line_id uuid NOT NULL,
    service_id text,
    window_start timestamp with time zone NOT NULL,
    window_end timestamp with time zone NOT NULL,
    CONSTRAINT case_second_number_check CHECK ((window_end > window_start))
);

CREATE TABLE public.city (
    id text NOT NULL,
    name text NOT NULL,
    title text NOT NULL,
    land text NOT NULL,
    time_zone text DEFAULT 'Europe/Berlin'::text NOT NULL,
    area_code text NOT NULL,
    case_prefix text NOT NULL,
    hostnames text[] DEFAULT '{}'::text[] NOT NULL,
    demo boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone NOT NULL,
    flood_minutes integer DEFAULT 10 NOT NULL,
    flood_calls integer DEFAULT 10 NOT NULL,
    flood_anonymous_calls integer DEFAULT 40 NOT NULL,
    CONSTRAINT city_area_code_check CHECK ((area_code ~ '^0[1-9][0-9]{1,4}$'::text)),
    CONSTRAINT city_case_prefix_check CHECK ((case_prefix ~ '^[A-Z]{1,3}$'::text)),
    CONSTRAINT city_flood_anonymous_calls_check CHECK (((flood_anonymous_calls >= 3) AND (flood_anonymous_calls <= 10000))),
    CONSTRAINT city_flood_calls_check CHECK (((flood_calls >= 3) AND (flood_calls <= 1000))),
    CONSTRAINT city_flood_minutes_check CHECK (((flood_minutes >= 1) AND (flood_minutes <= 60))),
    CONSTRAINT city_id_check CHECK ((id ~ '^[a-z][a-z0-9-]{1,30}$'::text)),
    CONSTRAINT city_land_check CHECK ((land = ANY (ARRAY['BW'::text, 'BY'::text, 'BE'::text, 'BB'::text, 'HB'::text, 'HH'::text, 'HE'::text, 'MV'::text, 'NI'::text, 'NW'::text, 'RP'::text, 'SL'::text, 'SN'::text, 'ST'::text, 'SH'::text, 'TH'::text]))),
    CONSTRAINT city_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
    CONSTRAINT city_title_check CHECK (((length(title) >= 1) AND (length(title) <= 120)))
);

CREATE TABLE public.city_boundary (
    city_id text NOT NULL,
    polygons jsonb NOT NULL
);

CREATE TABLE public.closure (
    city_id text NOT NULL,
    date date NOT NULL,
    reason text NOT NULL,
    CONSTRAINT closure_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 200)))
);

CREATE TABLE public.cti_call (
    city_id text NOT NULL,
    call_id uuid NOT NULL,
    source_id uuid NOT NULL,
    new_call_at timestamp with time zone,
    answer_at timestamp with time zone,
    hangup_at timestamp with time zone,
    cause text,
    silent boolean DEFAULT false NOT NULL,
    CONSTRAINT cti_call_cause_check CHECK ((cause = ANY (ARRAY['normalClearing'::text, 'busy'::text, 'cancel'::text, 'noAnswer'::text, 'congestion'::text, 'notFound'::text, 'forwarded'::text]))),
    CONSTRAINT cti_call_check CHECK ((num_nonnulls(new_call_at, answer_at, hangup_at) > 0)),
    CONSTRAINT cti_call_check1 CHECK (((hangup_at IS NULL) = (cause IS NULL)))
);

CREATE TABLE public.cti_source (
    city_id text NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    token_hash bytea NOT NULL,
    public_key text,
    signature_required boolean DEFAULT false NOT NULL,
    active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT cti_source_check CHECK (((NOT signature_required) OR (public_key IS NOT NULL))),
    CONSTRAINT cti_source_kind_check CHECK ((kind = ANY (ARRAY['generic'::text, 'sipgate'::text]))),
    CONSTRAINT cti_source_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80)))
);

CREATE TABLE public.dial_permission (
    city_id text NOT NULL,
    prefix text NOT NULL,
    reason text NOT NULL,
    account_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT dial_permission_prefix_check CHECK ((prefix ~ '^\+[1-9][0-9]{0,11}$'::text)),
    CONSTRAINT dial_permission_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 200)))
);

CREATE TABLE public.event (
    seq bigint NOT NULL,
    city_id text NOT NULL,
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    actor_kind text NOT NULL,
    actor_id uuid,
    kind text NOT NULL,
    version integer NOT NULL,
    subject_id text NOT NULL,
    case_id uuid,
    data jsonb NOT NULL,
    CONSTRAINT event_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['system'::text, 'account'::text, 'citizen'::text, 'caller'::text, 'api'::text]))),
    CONSTRAINT event_check CHECK (((actor_kind = 'account'::text) = (actor_id IS NOT NULL))),
    CONSTRAINT event_version_check CHECK ((version > 0))
);

ALTER TABLE public.event ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.event_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.intake (
    city_id text NOT NULL,
    call_id uuid NOT NULL,
    account_id uuid NOT NULL,
    draft jsonb NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    completed_at timestamp with time zone
);

CREATE TABLE public.lease (
    name text NOT NULL,
    holder uuid NOT NULL,
    expires_at timestamp with time zone NOT NULL
);

CREATE TABLE public.leg (
    city_id text NOT NULL,
    id text NOT NULL,
    call_id uuid,
    attempt_id uuid,
    party text NOT NULL,
    account_id uuid,
    created_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    ended_at timestamp with time zone,
    cause integer,
    rtp_received integer,
    rtp_sent integer,
    outside_id uuid,
    CONSTRAINT leg_check CHECK (((call_id IS NULL) <> (attempt_id IS NULL))),
    CONSTRAINT leg_party_check CHECK ((party = ANY (ARRAY['caller'::text, 'agent'::text, 'clerk'::text, 'citizen'::text, 'overflow'::text, 'consulted'::text, 'outside'::text, 'lead'::text])))
);

CREATE TABLE public.line (
    city_id text NOT NULL,
    id uuid NOT NULL,
    number text NOT NULL,
    name text NOT NULL,
    purpose text NOT NULL,
    greeting text NOT NULL,
    answering_team_id uuid NOT NULL,
    callback_team_id uuid NOT NULL,
    "position" integer DEFAULT 0 NOT NULL,
    active boolean DEFAULT true NOT NULL,
    needs text[] DEFAULT '{}'::text[] NOT NULL,
    widen_after_ms integer DEFAULT 5000 NOT NULL,
    overflow_number text,
    overflow_basis text,
    overflow_after_ms integer DEFAULT 8000 NOT NULL,
    offer_after_ms integer DEFAULT 12000 NOT NULL,
    CONSTRAINT line_greeting_check CHECK (((length(greeting) >= 1) AND (length(greeting) <= 400))),
    CONSTRAINT line_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
    CONSTRAINT line_number_check CHECK ((number ~ '^\+[1-9][0-9]{5,14}$'::text)),
    CONSTRAINT line_offer_after_ms_check CHECK (((offer_after_ms >= 0) AND (offer_after_ms <= 600000))),
    CONSTRAINT line_overflow_after_ms_check CHECK (((overflow_after_ms >= 0) AND (overflow_after_ms <= 600000))),
    CONSTRAINT line_overflow_basis_check CHECK (((length(overflow_basis) >= 1) AND (length(overflow_basis) <= 200))),
    CONSTRAINT line_overflow_has_basis CHECK (((overflow_number IS NULL) = (overflow_basis IS NULL))),
    CONSTRAINT line_overflow_number_check CHECK ((overflow_number ~ '^\+[1-9][0-9]{5,14}$'::text)),
    CONSTRAINT line_purpose_check CHECK ((purpose = ANY (ARRAY['service'::text, 'report'::text]))),
    CONSTRAINT line_widen_after_ms_check CHECK (((widen_after_ms >= 0) AND (widen_after_ms <= 600000)))
);

CREATE TABLE public.line_helper_team (
    city_id text NOT NULL,
    line_id uuid NOT NULL,
    team_id uuid NOT NULL
);

CREATE TABLE public.line_opening (
    city_id text NOT NULL,
    id uuid NOT NULL,
    line_id uuid NOT NULL,
    state text NOT NULL,
    reason text NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone,
    account_id uuid NOT NULL,
    CONSTRAINT line_opening_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 200))),
    CONSTRAINT line_opening_state_check CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text])))
);

CREATE TABLE public.mail (
    city_id text NOT NULL,
    id uuid NOT NULL,
    mailbox text NOT NULL,
    uid_validity bigint NOT NULL,
    uid bigint NOT NULL,
    received_at timestamp with time zone NOT NULL,
    raw bytea,
    size integer NOT NULL,
    content_hash bytea,
    message_id text,
    state text DEFAULT 'new'::text NOT NULL,
    became text,
    waits_because text,
    tries integer DEFAULT 0 NOT NULL,
    case_id uuid,
    sender text,
    subject text,
    words text,
    handled_at timestamp with time zone,
    handled_by uuid,
    sender_name text,
    CONSTRAINT mail_became_check CHECK ((became = ANY (ARRAY['report'::text, 'reply'::text, 'note'::text, 'automatic'::text, 'bounce'::text, 'ours'::text, 'again'::text, 'discarded'::text]))),
    CONSTRAINT mail_content_hash_check CHECK ((octet_length(content_hash) = 32)),
    CONSTRAINT mail_handled CHECK ((((state = 'done'::text) = (became IS NOT NULL)) AND ((state = 'done'::text) = (handled_at IS NOT NULL)))),
    CONSTRAINT mail_message_id_check CHECK ((length(message_id) <= 998)),
    CONSTRAINT mail_raw_until_handled CHECK (((raw IS NOT NULL) OR (state = 'done'::text))),
    CONSTRAINT mail_sender_check CHECK ((length(sender) <= 254)),
    CONSTRAINT mail_sender_name_check CHECK (((length(sender_name) >= 1) AND (length(sender_name) <= 120))),
    CONSTRAINT mail_size_check CHECK ((size >= 0)),
    CONSTRAINT mail_state_check CHECK ((state = ANY (ARRAY['new'::text, 'done'::text, 'waiting'::text]))),
    CONSTRAINT mail_subject_check CHECK ((length(subject) <= 998)),
    CONSTRAINT mail_tries_check CHECK ((tries >= 0)),
    CONSTRAINT mail_waits_because_check CHECK (((length(waits_because) >= 1) AND (length(waits_because) <= 60))),
    CONSTRAINT mail_waits_for_reason CHECK (((state = 'waiting'::text) = (waits_because IS NOT NULL)))
);
ALTER TABLE ONLY public.mail ALTER COLUMN raw SET STORAGE EXTERNAL;

CREATE TABLE public.mail_file (
    city_id text NOT NULL,
    id uuid NOT NULL,
    mail_id uuid NOT NULL,
    "position" integer NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    bytes bytea NOT NULL,
    blocked text,
    CONSTRAINT mail_file_blocked_check CHECK ((blocked = 'virus'::text)),
    CONSTRAINT mail_file_media_type_check CHECK ((length(media_type) <= 120)),
    CONSTRAINT mail_file_name_check CHECK ((((length(name) >= 1) AND (length(name) <= 120)) AND (name !~ '[[:cntrl:]/\\]'::text)))
);
ALTER TABLE ONLY public.mail_file ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE TABLE public.mail_intake (
    city_id text NOT NULL,
    category_id text NOT NULL
);

CREATE TABLE public.mailbox (
    city_id text NOT NULL,
    name text NOT NULL,
    uid_validity bigint NOT NULL,
    next_uid bigint NOT NULL,
    since timestamp with time zone NOT NULL,
    CONSTRAINT mailbox_name_check CHECK (((length(name) >= 3) AND (length(name) <= 300)))
);

CREATE TABLE public.message (
    city_id text NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    channel text NOT NULL,
    subject_id text NOT NULL,
    case_id uuid,
    dedup_key text NOT NULL,
    recipient text,
    lang text NOT NULL,
    facts jsonb DEFAULT '{}'::jsonb NOT NULL,
    state text DEFAULT 'queued'::text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    next_try_at timestamp with time zone NOT NULL,
    leased_until timestamp with time zone,
    useless_from timestamp with time zone,
    failed_because text,
    answer_code integer,
    created_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT message_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT message_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text]))),
    CONSTRAINT message_dedup_key_check CHECK (((length(dedup_key) >= 1) AND (length(dedup_key) <= 200))),
    CONSTRAINT message_ended CHECK (((state = ANY (ARRAY['sent'::text, 'failed'::text, 'dropped'::text])) = (ended_at IS NOT NULL))),
    CONSTRAINT message_facts_check CHECK ((jsonb_typeof(facts) = 'object'::text)),
    CONSTRAINT message_failed CHECK (((state = 'failed'::text) = (failed_because IS NOT NULL))),
    CONSTRAINT message_failed_because_check CHECK ((failed_because = ANY (ARRAY['rejected'::text, 'gave-up'::text, 'bounced'::text]))),
    CONSTRAINT message_kind_check CHECK (((kind ~ '^[a-z]+\.[a-z]+(-[a-z]+)*$'::text) AND (length(kind) <= 60))),
    CONSTRAINT message_lang_check CHECK ((lang = ANY (ARRAY['de'::text, 'en'::text, 'einfach'::text]))),
    CONSTRAINT message_leased CHECK (((state = 'sending'::text) = (leased_until IS NOT NULL))),
    CONSTRAINT message_recipient_check CHECK (((length(recipient) >= 3) AND (length(recipient) <= 254))),
    CONSTRAINT message_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'dropped'::text]))),
    CONSTRAINT message_subject_id_check CHECK (((length(subject_id) >= 1) AND (length(subject_id) <= 80))),
    CONSTRAINT message_to_somebody CHECK (((recipient IS NOT NULL) OR (ended_at IS NOT NULL)))
);

CREATE TABLE public.office (
    city_id text NOT NULL,
    id text NOT NULL,
    name text NOT NULL,
    address text NOT NULL,
    counters integer NOT NULL,
    grid_minutes integer DEFAULT 15 NOT NULL,
    book_ahead_days integer DEFAULT 60 NOT NULL,
    active boolean DEFAULT true NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    CONSTRAINT office_address_check CHECK (((length(address) >= 1) AND (length(address) <= 200))),
    CONSTRAINT office_book_ahead_days_check CHECK (((book_ahead_days >= 1) AND (book_ahead_days <= 365))),
    CONSTRAINT office_counters_check CHECK (((counters >= 1) AND (counters <= 200))),
    CONSTRAINT office_grid_minutes_check CHECK ((grid_minutes = ANY (ARRAY[5, 10, 15, 20, 30, 60]))),
    CONSTRAINT office_id_check CHECK (((id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND ((length(id) >= 2) AND (length(id) <= 40)))),
    CONSTRAINT office_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80)))
);

CREATE TABLE public.office_closure (
    city_id text NOT NULL,
    office_id text NOT NULL,
    date date NOT NULL,
    reason text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid NOT NULL,
    CONSTRAINT office_closure_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 200)))
);

CREATE TABLE public.office_day (
    city_id text NOT NULL,
    office_id text NOT NULL,
    date date NOT NULL,
    version bigint DEFAULT 0 NOT NULL
);

CREATE TABLE public.office_device (
    city_id text NOT NULL,
    office_id text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    units integer NOT NULL,
    CONSTRAINT office_device_kind_check CHECK (((kind ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND ((length(kind) >= 2) AND (length(kind) <= 40)))),
    CONSTRAINT office_device_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
    CONSTRAINT office_device_units_check CHECK (((units >= 1) AND (units <= 100)))
);

CREATE TABLE public.open311_key (
    city_id text NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    hash bytea NOT NULL,
    active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT open311_key_hash_check CHECK ((octet_length(hash) = 32)),
    CONSTRAINT open311_key_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80)))
);

CREATE TABLE public.open311_update (
    city_id text NOT NULL,
    key_id uuid NOT NULL,
    foreign_id text NOT NULL,
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    CONSTRAINT open311_update_foreign_id_check CHECK ((foreign_id ~ '^[A-Za-z0-9_-]{1,100}$'::text))
);

CREATE TABLE public.outside_number (
    city_id text NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    number text NOT NULL,
    purpose text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT outside_number_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
    CONSTRAINT outside_number_number_check CHECK ((number ~ '^\+[1-9][0-9]{5,14}$'::text)),
    CONSTRAINT outside_number_purpose_check CHECK (((length(purpose) >= 1) AND (length(purpose) <= 200)))
);

CREATE TABLE public.past_call (
    city_id text NOT NULL,
    import_id uuid NOT NULL,
    key text NOT NULL,
    queue text NOT NULL,
    offered_at timestamp with time zone NOT NULL,
    ended text NOT NULL,
    wait_s integer,
    talk_s integer,
    CONSTRAINT past_call_ended_check CHECK ((ended = ANY (ARRAY['answered'::text, 'abandoned'::text, 'timed-out'::text, 'left'::text, 'unknown'::text]))),
    CONSTRAINT past_call_key_check CHECK (((length(key) >= 1) AND (length(key) <= 200))),
    CONSTRAINT past_call_queue_check CHECK ((length(queue) <= 100)),
    CONSTRAINT past_call_talk_s_check CHECK ((talk_s >= 0)),
    CONSTRAINT past_call_wait_s_check CHECK ((wait_s >= 0))
);

CREATE TABLE public.past_day (
    city_id text NOT NULL,
    import_id uuid NOT NULL,
    day date NOT NULL,
    offered integer NOT NULL,
    answered integer,
    answered15 integer,
    abandoned integer,
    CONSTRAINT past_day_abandoned_check CHECK ((abandoned >= 0)),
    CONSTRAINT past_day_adds_up CHECK (((((COALESCE(answered, 0))::bigint + COALESCE(abandoned, 0)) <= offered) AND (COALESCE(answered15, 0) <= COALESCE((answered)::bigint, ((offered)::bigint - COALESCE(abandoned, 0)))))),
    CONSTRAINT past_day_answered15_check CHECK ((answered15 >= 0)),
    CONSTRAINT past_day_answered_check CHECK ((answered >= 0)),
    CONSTRAINT past_day_offered_check CHECK ((offered >= 0))
);

CREATE TABLE public.past_import (
    city_id text NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    file_name text NOT NULL,
    sha256 text NOT NULL,
    size integer NOT NULL,
    packed bytea NOT NULL,
    at timestamp with time zone NOT NULL,
    account_id uuid NOT NULL,
    calls integer NOT NULL,
    oddities jsonb NOT NULL,
    mapping jsonb,
    CONSTRAINT past_import_calls_check CHECK ((calls >= 0)),
    CONSTRAINT past_import_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200))),
    CONSTRAINT past_import_kind_check CHECK ((kind = ANY (ARRAY['queue-log'::text, 'calls'::text, 'tally'::text]))),
    CONSTRAINT past_import_mapping CHECK (((kind = 'calls'::text) = (mapping IS NOT NULL))),
    CONSTRAINT past_import_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT past_import_size_check CHECK ((size > 0))
);

CREATE TABLE public.presence (
    city_id text NOT NULL,
    account_id uuid NOT NULL,
    state text NOT NULL,
    since timestamp with time zone NOT NULL,
    call_id uuid,
    reason text,
    CONSTRAINT presence_reason_check CHECK ((reason = ANY (ARRAY['break'::text, 'follow-up'::text, 'meeting'::text, 'technical'::text, 'interrupted'::text, 'unanswered'::text]))),
    CONSTRAINT presence_state_check CHECK ((state = ANY (ARRAY['offline'::text, 'not-ready'::text, 'available'::text, 'offered'::text, 'in-call'::text, 'wrap-up'::text, 'training'::text])))
);

CREATE TABLE public.prompt_recording (
    city_id text NOT NULL,
    lang text NOT NULL,
    name text NOT NULL,
    key text NOT NULL,
    audio bytea NOT NULL,
    duration_ms integer NOT NULL,
    uploaded_at timestamp with time zone NOT NULL,
    uploaded_by uuid NOT NULL,
    CONSTRAINT prompt_recording_audio_check CHECK (((octet_length(audio) >= 44) AND (octet_length(audio) <= 2000000))),
    CONSTRAINT prompt_recording_duration_ms_check CHECK ((duration_ms > 0)),
    CONSTRAINT prompt_recording_key_check CHECK ((length(key) >= 22)),
    CONSTRAINT prompt_recording_lang_check CHECK ((lang = ANY (ARRAY['de'::text, 'en'::text]))),
    CONSTRAINT prompt_recording_name_check CHECK ((name ~ '^[a-z0-9-]{1,60}$'::text))
);

CREATE TABLE public.provider (
    city_id text NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    contract_on date,
    CONSTRAINT provider_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
);

CREATE TABLE public.provider_ending (
    city_id text NOT NULL,
    trial_id uuid NOT NULL,
    provider_id uuid NOT NULL,
    team_id uuid NOT NULL,
    on_day date NOT NULL,
    planned_at timestamp with time zone NOT NULL,
    account_id uuid NOT NULL,
    done_at timestamp with time zone,
    protocol jsonb,
    CONSTRAINT provider_ending_done CHECK (((done_at IS NULL) = (protocol IS NULL)))
);

CREATE TABLE public.release_plan (
    city_id text NOT NULL,
    id uuid NOT NULL,
    version integer NOT NULL,
    office_id text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    first_date date NOT NULL,
    last_date date,
    rule jsonb NOT NULL,
    state text NOT NULL,
    author_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    submitted_at timestamp with time zone,
    approved_by uuid,
    approved_at timestamp with time zone,
    end_asked_by uuid,
    end_asked_at timestamp with time zone,
    ended_by uuid,
    ended_at timestamp with time zone,
    replaced_by integer,
    CONSTRAINT release_plan_approved CHECK (((state <> ALL (ARRAY['active'::text, 'ended'::text])) OR ((approved_by IS NOT NULL) AND (approved_at IS NOT NULL)))),
    CONSTRAINT release_plan_batch_has_end CHECK (((kind <> 'batch'::text) OR (last_date IS NOT NULL))),
    CONSTRAINT release_plan_end_second_person CHECK ((ended_by <> end_asked_by)),
    CONSTRAINT release_plan_ended CHECK (((state <> 'ended'::text) OR ((ended_at IS NOT NULL) AND ((replaced_by IS NOT NULL) OR ((end_asked_by IS NOT NULL) AND (ended_by IS NOT NULL)))))),
    CONSTRAINT release_plan_kind_check CHECK ((kind = ANY (ARRAY['batch'::text, 'rolling'::text, 'pool'::text, 'quota'::text]))),
    CONSTRAINT release_plan_last_date CHECK (((last_date IS NULL) OR (last_date >= first_date))),
    CONSTRAINT release_plan_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
    CONSTRAINT release_plan_rule_check CHECK ((jsonb_typeof(rule) = 'object'::text)),
    CONSTRAINT release_plan_second_person CHECK ((approved_by <> author_id)),
    CONSTRAINT release_plan_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'active'::text, 'ended'::text, 'withdrawn'::text]))),
    CONSTRAINT release_plan_submitted CHECK (((state = ANY (ARRAY['draft'::text, 'withdrawn'::text])) OR (submitted_at IS NOT NULL))),
    CONSTRAINT release_plan_version_check CHECK ((version >= 1))
);

CREATE TABLE public.report_category (
    city_id text NOT NULL,
    id text NOT NULL,
    name text NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    team_id uuid NOT NULL,
    answer_hours integer NOT NULL,
    place text NOT NULL,
    questions jsonb DEFAULT '[]'::jsonb NOT NULL,
    instead text,
    active boolean DEFAULT true NOT NULL,
    "position" integer DEFAULT 0 NOT NULL,
    published boolean DEFAULT false NOT NULL,
    CONSTRAINT report_category_answer_hours_check CHECK (((answer_hours >= 1) AND (answer_hours <= 2000))),
    CONSTRAINT report_category_description_check CHECK ((length(description) <= 300)),
    CONSTRAINT report_category_id_check CHECK ((id ~ '^[a-z0-9][a-z0-9-]{0,39}$'::text)),
    CONSTRAINT report_category_instead_check CHECK (((length(instead) >= 1) AND (length(instead) <= 300))),
    CONSTRAINT report_category_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
    CONSTRAINT report_category_place_check CHECK ((place = ANY (ARRAY['needed'::text, 'asked'::text, 'none'::text])))
);

CREATE TABLE public.report_follower (
    city_id text NOT NULL,
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    email text NOT NULL,
    lang text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone,
    CONSTRAINT report_follower_email_check CHECK ((((length(email) >= 3) AND (length(email) <= 254)) AND (email = lower(email)))),
    CONSTRAINT report_follower_lang_check CHECK ((lang = ANY (ARRAY['de'::text, 'en'::text, 'einfach'::text])))
);

CREATE TABLE public.report_photo (
    city_id text NOT NULL,
    id uuid NOT NULL,
    case_id uuid,
    draft_hash bytea,
    place smallint NOT NULL,
    large bytea,
    small bytea NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by uuid,
    released_at timestamp with time zone,
    released_by uuid,
    CONSTRAINT report_photo_draft_hash_check CHECK ((octet_length(draft_hash) = 32)),
    CONSTRAINT report_photo_height_check CHECK ((height > 0)),
    CONSTRAINT report_photo_large_check CHECK (((octet_length(large) >= 1) AND (octet_length(large) <= ((10 * 1024) * 1024)))),
    CONSTRAINT report_photo_loose_is_not_public CHECK (((case_id IS NOT NULL) OR (released_at IS NULL))),
    CONSTRAINT report_photo_of_one CHECK (((case_id IS NULL) <> (draft_hash IS NULL))),
    CONSTRAINT report_photo_place_check CHECK (((place >= 1) AND (place <= 5))),
    CONSTRAINT report_photo_released_by_somebody CHECK (((released_at IS NULL) = (released_by IS NULL))),
    CONSTRAINT report_photo_small_check CHECK (((octet_length(small) >= 1) AND (octet_length(small) <= (1024 * 1024)))),
    CONSTRAINT report_photo_width_check CHECK ((width > 0))
);
ALTER TABLE ONLY public.report_photo ALTER COLUMN large SET STORAGE EXTERNAL;
ALTER TABLE ONLY public.report_photo ALTER COLUMN small SET STORAGE EXTERNAL;

CREATE TABLE public.report_routing (
    city_id text NOT NULL,
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    from_team_id uuid NOT NULL,
    to_team_id uuid NOT NULL,
    account_id uuid NOT NULL,
    reason text NOT NULL,
    CONSTRAINT report_routing_check CHECK ((to_team_id <> from_team_id)),
    CONSTRAINT report_routing_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
);

CREATE TABLE public.report_update (
    city_id text NOT NULL,
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    state text NOT NULL,
    text text NOT NULL,
    planned_for date,
    account_id uuid,
    CONSTRAINT report_update_state_check CHECK ((state = ANY (ARRAY['received'::text, 'in-work'::text, 'planned'::text, 'forwarded'::text, 'done'::text, 'not-done'::text]))),
    CONSTRAINT report_update_text_check CHECK ((length(text) <= 4000))
);

CREATE TABLE public.roster (
    city_id text NOT NULL,
    team_id uuid NOT NULL,
    since timestamp with time zone NOT NULL
);

CREATE TABLE public.roster_absence (
    city_id text NOT NULL,
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    from_date date NOT NULL,
    until_date date,
    CONSTRAINT roster_absence_until_later CHECK ((until_date >= from_date))
);

CREATE TABLE public.roster_entry (
    city_id text NOT NULL,
    id uuid NOT NULL,
    team_id uuid NOT NULL,
    account_id uuid NOT NULL,
    kind text NOT NULL,
    weekday integer NOT NULL,
    opens integer NOT NULL,
    closes integer NOT NULL,
    break_opens integer,
    break_closes integer,
    share integer DEFAULT 100 NOT NULL,
    every_weeks integer DEFAULT 1 NOT NULL,
    from_date date NOT NULL,
    until_date date,
    CONSTRAINT roster_entry_break CHECK ((((break_opens IS NULL) = (break_closes IS NULL)) AND ((break_opens IS NULL) OR ((opens < break_opens) AND (break_opens < break_closes) AND (break_closes < closes))))),
    CONSTRAINT roster_entry_closes_check CHECK (((closes >= 1) AND (closes <= 1440))),
    CONSTRAINT roster_entry_closes_later CHECK ((opens < closes)),
    CONSTRAINT roster_entry_day CHECK (((kind = 'weekly'::text) OR ((until_date IS NOT NULL) AND (until_date = from_date) AND (every_weeks = 1) AND ((weekday)::numeric = EXTRACT(isodow FROM from_date))))),
    CONSTRAINT roster_entry_every_weeks_check CHECK ((every_weeks = ANY (ARRAY[1, 2]))),
    CONSTRAINT roster_entry_from_date_check CHECK ((from_date >= '2020-01-06'::date)),
    CONSTRAINT roster_entry_kind_check CHECK ((kind = ANY (ARRAY['weekly'::text, 'day'::text]))),
    CONSTRAINT roster_entry_opens_check CHECK (((opens >= 0) AND (opens <= 1439))),
    CONSTRAINT roster_entry_share_check CHECK (((share >= 1) AND (share <= 100))),
    CONSTRAINT roster_entry_until_later CHECK ((until_date >= from_date)),
    CONSTRAINT roster_entry_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);

CREATE TABLE public.schema_migration (
    number integer NOT NULL,
    name text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.service (
    city_id text NOT NULL,
    id text NOT NULL,
    data jsonb NOT NULL,
    active boolean DEFAULT true NOT NULL,
    "position" integer DEFAULT 0 NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT service_id_check CHECK ((id ~ '^[a-z0-9][a-z0-9-]{1,60}$'::text))
);

CREATE TABLE public.service_hours (
    city_id text NOT NULL,
    weekday integer NOT NULL,
    opens integer NOT NULL,
    closes integer NOT NULL,
    CONSTRAINT service_hours_check CHECK ((opens < closes)),
    CONSTRAINT service_hours_closes_check CHECK (((closes >= 1) AND (closes <= 1440))),
    CONSTRAINT service_hours_opens_check CHECK (((opens >= 0) AND (opens <= 1439))),
    CONSTRAINT service_hours_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);

CREATE TABLE public.session (
    city_id text NOT NULL,
    id uuid NOT NULL,
    token_hash bytea NOT NULL,
    account_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    user_agent text DEFAULT ''::text NOT NULL
);

CREATE TABLE public.shift (
    city_id text NOT NULL,
    id uuid NOT NULL,
    office_id text NOT NULL,
    label text NOT NULL,
    people integer NOT NULL,
    skills text[],
    kind text NOT NULL,
    weekdays integer[] DEFAULT '{}'::integer[] NOT NULL,
    every_weeks integer DEFAULT 1 NOT NULL,
    from_date date NOT NULL,
    until_date date,
    opens integer NOT NULL,
    closes integer NOT NULL,
    breaks jsonb DEFAULT '[]'::jsonb NOT NULL,
    "position" integer NOT NULL,
    CONSTRAINT shift_breaks_check CHECK ((jsonb_typeof(breaks) = 'array'::text)),
    CONSTRAINT shift_closes_check CHECK (((closes >= 1) AND (closes <= 1440))),
    CONSTRAINT shift_closes_later CHECK ((opens < closes)),
    CONSTRAINT shift_every_weeks_check CHECK (((every_weeks >= 1) AND (every_weeks <= 8))),
    CONSTRAINT shift_kind_check CHECK ((kind = ANY (ARRAY['weekly'::text, 'day'::text]))),
    CONSTRAINT shift_label_check CHECK (((length(label) >= 1) AND (length(label) <= 80))),
    CONSTRAINT shift_opens_check CHECK (((opens >= 0) AND (opens <= 1439))),
    CONSTRAINT shift_pattern CHECK ((((kind = 'weekly'::text) AND (cardinality(weekdays) > 0)) OR ((kind = 'day'::text) AND (cardinality(weekdays) = 0) AND (every_weeks = 1) AND (until_date IS NULL)))),
    CONSTRAINT shift_people_check CHECK (((people >= 1) AND (people <= 50))),
    CONSTRAINT shift_skills_check CHECK ((cardinality(skills) > 0)),
    CONSTRAINT shift_until_later CHECK (((until_date IS NULL) OR (until_date >= from_date))),
    CONSTRAINT shift_weekdays_check CHECK ((weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7]))
);

CREATE TABLE public.shift_exception (
    city_id text NOT NULL,
    shift_id uuid NOT NULL,
    date date NOT NULL,
    people integer,
    CONSTRAINT shift_exception_people_check CHECK (((people >= 1) AND (people <= 50)))
);

CREATE TABLE public.sign_out (
    city_id text NOT NULL,
    account_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    by_account_id uuid NOT NULL,
    reason text NOT NULL,
    CONSTRAINT sign_out_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 200)))
);

CREATE TABLE public.signing_key (
    one boolean DEFAULT true NOT NULL,
    key bytea NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT signing_key_key_check CHECK ((length(key) = 32)),
    CONSTRAINT signing_key_one_check CHECK (one)
);

CREATE TABLE public.spent_proof (
    id bytea NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT spent_proof_id_check CHECK ((length(id) = 16))
);

CREATE TABLE public.spoken_reason (
    city_id text NOT NULL,
    case_id uuid NOT NULL,
    consent_at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    duration_ms integer NOT NULL,
    audio bytea NOT NULL,
    CONSTRAINT spoken_reason_audio_check CHECK (((octet_length(audio) >= 44) AND (octet_length(audio) <= 2000000))),
    CONSTRAINT spoken_reason_check CHECK ((consent_at <= recorded_at)),
    CONSTRAINT spoken_reason_duration_ms_check CHECK ((duration_ms >= 0))
);

CREATE TABLE public.street (
    city_id text NOT NULL,
    id integer NOT NULL,
    name text NOT NULL,
    key text NOT NULL,
    postcode text NOT NULL,
    district text NOT NULL,
    lat double precision,
    lon double precision,
    CONSTRAINT street_district_check CHECK ((length(district) <= 80)),
    CONSTRAINT street_has_both_coordinates CHECK (((lat IS NULL) = (lon IS NULL))),
    CONSTRAINT street_key_check CHECK (((length(key) >= 1) AND (length(key) <= 200))),
    CONSTRAINT street_lat_check CHECK (((lat >= ('-90'::integer)::double precision) AND (lat <= (90)::double precision))),
    CONSTRAINT street_lon_check CHECK (((lon >= ('-180'::integer)::double precision) AND (lon <= (180)::double precision))),
    CONSTRAINT street_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
    CONSTRAINT street_postcode_check CHECK ((postcode ~ '^([0-9]{5})?$'::text))
);

CREATE TABLE public.team (
    city_id text NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    provider_id uuid,
    callbacks_per_hour integer DEFAULT 0 NOT NULL,
    CONSTRAINT team_callbacks_per_hour_check CHECK (((callbacks_per_hour >= 0) AND (callbacks_per_hour <= 1000))),
    CONSTRAINT team_kind_check CHECK ((kind = ANY (ARRAY['service-desk'::text, 'office'::text, 'reports'::text, 'department'::text]))),
    CONSTRAINT team_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80)))
);

CREATE TABLE public.test_call (
    city_id text NOT NULL,
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    dialled text NOT NULL,
    answered boolean NOT NULL,
    wait_s integer NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    account_id uuid NOT NULL,
    CONSTRAINT test_call_dialled_check CHECK (((length(dialled) >= 1) AND (length(dialled) <= 60))),
    CONSTRAINT test_call_wait_s_check CHECK (((wait_s >= 0) AND (wait_s <= 86400)))
);

CREATE TABLE public.text_module (
    city_id text NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    text text NOT NULL,
    team_id uuid,
    service_id text,
    active boolean DEFAULT true NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    lang text DEFAULT 'de'::text NOT NULL,
    CONSTRAINT text_module_lang_check CHECK ((lang = ANY (ARRAY['de'::text, 'en'::text, 'einfach'::text]))),
    CONSTRAINT text_module_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
    CONSTRAINT text_module_text_check CHECK (((length(text) >= 1) AND (length(text) <= 1000))),
    CONSTRAINT text_module_version_check CHECK ((version > 0))
);

CREATE TABLE public.throttle (
    key text NOT NULL,
    failures integer NOT NULL,
    blocked_until timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT throttle_failures_check CHECK ((failures > 0))
);

CREATE TABLE public.trial (
    city_id text NOT NULL,
    id uuid NOT NULL,
    state text DEFAULT 'draft'::text NOT NULL,
    plan jsonb NOT NULL,
    period daterange NOT NULL,
    baseline daterange NOT NULL,
    created_at timestamp with time zone NOT NULL,
    locked_at timestamp with time zone,
    closed_at timestamp with time zone,
    decided_at timestamp with time zone,
    decision text,
    decision_text text,
    published_at timestamp with time zone,
    interim_at timestamp with time zone,
    CONSTRAINT trial_baseline_is_before CHECK ((upper(baseline) <= lower(period))),
    CONSTRAINT trial_baseline_not_empty CHECK ((NOT isempty(baseline))),
    CONSTRAINT trial_closed CHECK (((state = ANY (ARRAY['closed'::text, 'decided'::text])) = (closed_at IS NOT NULL))),
    CONSTRAINT trial_decided CHECK ((((state = 'decided'::text) = (decided_at IS NOT NULL)) AND ((decided_at IS NULL) = (decision IS NULL)))),
    CONSTRAINT trial_decision_check CHECK ((decision = ANY (ARRAY['continue'::text, 'adapt'::text, 'end'::text]))),
    CONSTRAINT trial_decision_text_check CHECK (((length(decision_text) >= 1) AND (length(decision_text) <= 2000))),
    CONSTRAINT trial_interim CHECK (((interim_at IS NULL) OR (locked_at IS NOT NULL))),
    CONSTRAINT trial_locked CHECK (((state = 'draft'::text) = (locked_at IS NULL))),
    CONSTRAINT trial_period_not_empty CHECK ((NOT isempty(period))),
    CONSTRAINT trial_published CHECK (((published_at IS NULL) OR (closed_at IS NOT NULL))),
    CONSTRAINT trial_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'running'::text, 'closed'::text, 'decided'::text])))
);

CREATE TABLE public.trial_change (
    city_id text NOT NULL,
    id uuid NOT NULL,
    trial_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    account_id uuid NOT NULL,
    reason text NOT NULL,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    CONSTRAINT trial_change_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
);

CREATE TABLE public.trial_remark (
    city_id text NOT NULL,
    id uuid NOT NULL,
    trial_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    account_id uuid NOT NULL,
    text text NOT NULL,
    signed text NOT NULL,
    CONSTRAINT trial_remark_signed_check CHECK (((length(signed) >= 1) AND (length(signed) <= 120))),
    CONSTRAINT trial_remark_text_check CHECK (((length(text) >= 1) AND (length(text) <= 2000)))
);

CREATE TABLE public.trial_result (
    city_id text NOT NULL,
    trial_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    inputs jsonb NOT NULL,
    result jsonb NOT NULL,
    hash text NOT NULL,
    CONSTRAINT trial_result_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
);

CREATE TABLE public.wait_estimate (
    city_id text NOT NULL,
    call_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    expected_ms integer NOT NULL,
    CONSTRAINT wait_estimate_expected_ms_check CHECK ((expected_ms >= 0))
);

CREATE TABLE public.window_capacity (
    city_id text NOT NULL,
    team_id uuid NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    capacity_ms bigint NOT NULL,
    taken_ms bigint DEFAULT 0 NOT NULL,
    CONSTRAINT window_capacity_capacity_ms_check CHECK ((capacity_ms >= 0)),
    CONSTRAINT window_capacity_check CHECK ((starts_at < ends_at)),
    CONSTRAINT window_capacity_kept CHECK (((taken_ms >= 0) AND (taken_ms <= capacity_ms)))
);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_login_key UNIQUE (login);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.account_team
    ADD CONSTRAINT account_team_pkey PRIMARY KEY (city_id, account_id, team_id);

ALTER TABLE ONLY public.address
    ADD CONSTRAINT address_pkey PRIMARY KEY (city_id, street_id, number, addition);

ALTER TABLE ONLY public.announcement_line
    ADD CONSTRAINT announcement_line_pkey PRIMARY KEY (city_id, announcement_id, line_id);

ALTER TABLE ONLY public.announcement
    ADD CONSTRAINT announcement_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.appointment_device
    ADD CONSTRAINT appointment_device_pkey PRIMARY KEY (city_id, appointment_id, kind);

ALTER TABLE ONLY public.appointment_device
    ADD CONSTRAINT appointment_device_unit EXCLUDE USING gist (city_id WITH =, office_id WITH =, kind WITH =, unit WITH =, tstzrange(starts_at, ends_at) WITH &&) DEFERRABLE;

ALTER TABLE ONLY public.appointment_kept
    ADD CONSTRAINT appointment_kept_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.appointment_key
    ADD CONSTRAINT appointment_key_pkey PRIMARY KEY (city_id, hash);

ALTER TABLE ONLY public.appointment
    ADD CONSTRAINT appointment_lane EXCLUDE USING gist (city_id WITH =, lane WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE ((state = ANY (ARRAY['held'::text, 'booked'::text, 'arrived'::text, 'called'::text, 'served'::text]))) DEFERRABLE;

ALTER TABLE ONLY public.appointment_notice_setting
    ADD CONSTRAINT appointment_notice_setting_pkey PRIMARY KEY (city_id);

ALTER TABLE ONLY public.appointment
    ADD CONSTRAINT appointment_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.appointment
    ADD CONSTRAINT appointment_reference_key UNIQUE (city_id, reference);

ALTER TABLE ONLY public.appointment
    ADD CONSTRAINT appointment_request_key UNIQUE (city_id, key_hash);

ALTER TABLE ONLY public.appointment_service
    ADD CONSTRAINT appointment_service_pkey PRIMARY KEY (city_id, service_id);

ALTER TABLE ONLY public.attempt
    ADD CONSTRAINT attempt_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_id_key UNIQUE (id);

ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY (seq);

ALTER TABLE ONLY public.call
    ADD CONSTRAINT call_city_id_source_source_key_key UNIQUE (city_id, source, source_key);

ALTER TABLE ONLY public.call
    ADD CONSTRAINT call_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.callback_alarm
    ADD CONSTRAINT callback_alarm_pkey PRIMARY KEY (city_id, callback_id, window_end, stage);

ALTER TABLE ONLY public.callback_forecast
    ADD CONSTRAINT callback_forecast_pkey PRIMARY KEY (city_id, callback_id);

ALTER TABLE ONLY public.callback_key
    ADD CONSTRAINT callback_key_pkey PRIMARY KEY (city_id, hash);

ALTER TABLE ONLY public.callback_length
    ADD CONSTRAINT callback_length_one UNIQUE NULLS NOT DISTINCT (city_id, team_id, service_id);

ALTER TABLE ONLY public.callback
    ADD CONSTRAINT callback_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.callback_proposal_call
    ADD CONSTRAINT callback_proposal_call_pkey PRIMARY KEY (city_id, call_id);

ALTER TABLE ONLY public.callback_proposal
    ADD CONSTRAINT callback_proposal_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.callback_request
    ADD CONSTRAINT callback_request_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.callback_tracker
    ADD CONSTRAINT callback_tracker_pkey PRIMARY KEY (city_id, team_id);

ALTER TABLE ONLY public.caller_salt
    ADD CONSTRAINT caller_salt_pkey PRIMARY KEY (city_id, day);

ALTER TABLE ONLY public.case_attachment
    ADD CONSTRAINT case_attachment_once UNIQUE (city_id, case_id, sha256);

ALTER TABLE ONLY public.case_attachment
    ADD CONSTRAINT case_attachment_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public."case"
    ADD CONSTRAINT case_city_id_number_key UNIQUE (city_id, number);

ALTER TABLE ONLY public.case_note
    ADD CONSTRAINT case_note_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public."case"
    ADD CONSTRAINT case_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.case_second_number
    ADD CONSTRAINT case_second_number_pkey PRIMARY KEY (city_id, number);

ALTER TABLE ONLY public.city_boundary
    ADD CONSTRAINT city_boundary_pkey PRIMARY KEY (city_id);

ALTER TABLE ONLY public.city
    ADD CONSTRAINT city_case_prefix_key UNIQUE (case_prefix);

ALTER TABLE ONLY public.city
    ADD CONSTRAINT city_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.closure
    ADD CONSTRAINT closure_pkey PRIMARY KEY (city_id, date);

ALTER TABLE ONLY public.cti_call
    ADD CONSTRAINT cti_call_pkey PRIMARY KEY (city_id, call_id);

ALTER TABLE ONLY public.cti_source
    ADD CONSTRAINT cti_source_city_id_name_key UNIQUE (city_id, name);

ALTER TABLE ONLY public.cti_source
    ADD CONSTRAINT cti_source_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.cti_source
    ADD CONSTRAINT cti_source_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY public.dial_permission
    ADD CONSTRAINT dial_permission_pkey PRIMARY KEY (city_id, prefix);

ALTER TABLE ONLY public.event
    ADD CONSTRAINT event_id_key UNIQUE (id);

ALTER TABLE ONLY public.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (seq);

ALTER TABLE ONLY public.intake
    ADD CONSTRAINT intake_pkey PRIMARY KEY (city_id, call_id);

ALTER TABLE ONLY public.lease
    ADD CONSTRAINT lease_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.leg
    ADD CONSTRAINT leg_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.line
    ADD CONSTRAINT line_city_id_name_key UNIQUE (city_id, name);

ALTER TABLE ONLY public.line_helper_team
    ADD CONSTRAINT line_helper_team_pkey PRIMARY KEY (city_id, line_id, team_id);

ALTER TABLE ONLY public.line
    ADD CONSTRAINT line_number_key UNIQUE (number);

ALTER TABLE ONLY public.line_opening
    ADD CONSTRAINT line_opening_overlap EXCLUDE USING gist (city_id WITH =, line_id WITH =, tstzrange(starts_at, ends_at) WITH &&);

ALTER TABLE ONLY public.line_opening
    ADD CONSTRAINT line_opening_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.line
    ADD CONSTRAINT line_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.mail
    ADD CONSTRAINT mail_fetched_once UNIQUE (city_id, mailbox, uid_validity, uid);

ALTER TABLE ONLY public.mail_file
    ADD CONSTRAINT mail_file_once UNIQUE (city_id, mail_id, "position");

ALTER TABLE ONLY public.mail_file
    ADD CONSTRAINT mail_file_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.mail_intake
    ADD CONSTRAINT mail_intake_pkey PRIMARY KEY (city_id);

ALTER TABLE ONLY public.mail
    ADD CONSTRAINT mail_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.mailbox
    ADD CONSTRAINT mailbox_pkey PRIMARY KEY (city_id, name);

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_told_once UNIQUE (city_id, dedup_key);

ALTER TABLE ONLY public.office_closure
    ADD CONSTRAINT office_closure_pkey PRIMARY KEY (city_id, office_id, date);

ALTER TABLE ONLY public.office_day
    ADD CONSTRAINT office_day_pkey PRIMARY KEY (city_id, office_id, date);

ALTER TABLE ONLY public.office_device
    ADD CONSTRAINT office_device_pkey PRIMARY KEY (city_id, office_id, kind);

ALTER TABLE ONLY public.office
    ADD CONSTRAINT office_name_key UNIQUE (city_id, name);

ALTER TABLE ONLY public.office
    ADD CONSTRAINT office_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.open311_key
    ADD CONSTRAINT open311_key_hash UNIQUE (hash);

ALTER TABLE ONLY public.open311_key
    ADD CONSTRAINT open311_key_name UNIQUE (city_id, name);

ALTER TABLE ONLY public.open311_key
    ADD CONSTRAINT open311_key_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.open311_update
    ADD CONSTRAINT open311_update_id UNIQUE (city_id, id);

ALTER TABLE ONLY public.open311_update
    ADD CONSTRAINT open311_update_pkey PRIMARY KEY (city_id, key_id, foreign_id);

ALTER TABLE ONLY public.outside_number
    ADD CONSTRAINT outside_number_city_id_name_key UNIQUE (city_id, name);

ALTER TABLE ONLY public.outside_number
    ADD CONSTRAINT outside_number_city_id_number_key UNIQUE (city_id, number);

ALTER TABLE ONLY public.outside_number
    ADD CONSTRAINT outside_number_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.past_call
    ADD CONSTRAINT past_call_pkey PRIMARY KEY (city_id, import_id, key);

ALTER TABLE ONLY public.past_day
    ADD CONSTRAINT past_day_pkey PRIMARY KEY (city_id, import_id, day);

ALTER TABLE ONLY public.past_import
    ADD CONSTRAINT past_import_once UNIQUE (city_id, sha256);

ALTER TABLE ONLY public.past_import
    ADD CONSTRAINT past_import_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.presence
    ADD CONSTRAINT presence_pkey PRIMARY KEY (city_id, account_id);

ALTER TABLE ONLY public.prompt_recording
    ADD CONSTRAINT prompt_recording_key_key UNIQUE (key);

ALTER TABLE ONLY public.prompt_recording
    ADD CONSTRAINT prompt_recording_pkey PRIMARY KEY (city_id, lang, name);

ALTER TABLE ONLY public.provider
    ADD CONSTRAINT provider_city_id_name_key UNIQUE (city_id, name);

ALTER TABLE ONLY public.provider_ending
    ADD CONSTRAINT provider_ending_once UNIQUE (city_id, provider_id);

ALTER TABLE ONLY public.provider_ending
    ADD CONSTRAINT provider_ending_pkey PRIMARY KEY (city_id, trial_id);

ALTER TABLE ONLY public.provider
    ADD CONSTRAINT provider_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.release_plan
    ADD CONSTRAINT release_plan_one_per_day EXCLUDE USING gist (city_id WITH =, office_id WITH =, kind WITH =, daterange(first_date, last_date, '[]'::text) WITH &&) WHERE ((state = 'active'::text));

ALTER TABLE ONLY public.release_plan
    ADD CONSTRAINT release_plan_pkey PRIMARY KEY (city_id, id, version);

ALTER TABLE ONLY public.report_category
    ADD CONSTRAINT report_category_name UNIQUE (city_id, name);

ALTER TABLE ONLY public.report_category
    ADD CONSTRAINT report_category_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.report_follower
    ADD CONSTRAINT report_follower_once UNIQUE (city_id, case_id, email);

ALTER TABLE ONLY public.report_follower
    ADD CONSTRAINT report_follower_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.report_map_cell
    ADD CONSTRAINT report_map_cell_pkey PRIMARY KEY (city_id, lat_cell, lon_cell, category_id, ended);

ALTER TABLE ONLY public.report_photo
    ADD CONSTRAINT report_photo_draft_place UNIQUE (city_id, draft_hash, place);

ALTER TABLE ONLY public.report_photo
    ADD CONSTRAINT report_photo_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.report_photo
    ADD CONSTRAINT report_photo_place UNIQUE (city_id, case_id, place);

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_pkey PRIMARY KEY (city_id, case_id);

ALTER TABLE ONLY public.report_routing
    ADD CONSTRAINT report_routing_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.report_update
    ADD CONSTRAINT report_update_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.roster_absence
    ADD CONSTRAINT roster_absence_overlap EXCLUDE USING gist (city_id WITH =, account_id WITH =, daterange(from_date, until_date, '[]'::text) WITH &&);

ALTER TABLE ONLY public.roster_absence
    ADD CONSTRAINT roster_absence_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.roster_entry
    ADD CONSTRAINT roster_entry_overlap EXCLUDE USING gist (city_id WITH =, account_id WITH =, kind WITH =, weekday WITH =, int4range(opens, closes) WITH &&, daterange(from_date, until_date, '[]'::text) WITH &&, (
CASE
    WHEN (every_weeks = 1) THEN int4range(0, 2)
    ELSE int4range((((from_date - '2020-01-06'::date) / 7) % 2), ((((from_date - '2020-01-06'::date) / 7) % 2) + 1))
END) WITH &&);

ALTER TABLE ONLY public.roster_entry
    ADD CONSTRAINT roster_entry_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.roster
    ADD CONSTRAINT roster_pkey PRIMARY KEY (city_id, team_id);

ALTER TABLE ONLY public.schema_migration
    ADD CONSTRAINT schema_migration_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.service_hours
    ADD CONSTRAINT service_hours_overlap EXCLUDE USING gist (city_id WITH =, weekday WITH =, int4range(opens, closes) WITH &&);

ALTER TABLE ONLY public.service_hours
    ADD CONSTRAINT service_hours_pkey PRIMARY KEY (city_id, weekday, opens);

ALTER TABLE ONLY public.service
    ADD CONSTRAINT service_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY public.shift_exception
    ADD CONSTRAINT shift_exception_pkey PRIMARY KEY (city_id, shift_id, date);

ALTER TABLE ONLY public.shift
    ADD CONSTRAINT shift_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.sign_out
    ADD CONSTRAINT sign_out_pkey PRIMARY KEY (city_id, account_id);

ALTER TABLE ONLY public.signing_key
    ADD CONSTRAINT signing_key_pkey PRIMARY KEY (one);

ALTER TABLE ONLY public.spent_proof
    ADD CONSTRAINT spent_proof_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.spoken_reason
    ADD CONSTRAINT spoken_reason_pkey PRIMARY KEY (city_id, case_id);

ALTER TABLE ONLY public.street
    ADD CONSTRAINT street_once UNIQUE (city_id, key, postcode, district);

ALTER TABLE ONLY public.street
    ADD CONSTRAINT street_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.team
    ADD CONSTRAINT team_city_id_name_key UNIQUE (city_id, name);

ALTER TABLE ONLY public.team
    ADD CONSTRAINT team_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.test_call
    ADD CONSTRAINT test_call_once UNIQUE (city_id, at, dialled);

ALTER TABLE ONLY public.test_call
    ADD CONSTRAINT test_call_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.text_module
    ADD CONSTRAINT text_module_name UNIQUE (city_id, name, lang);

ALTER TABLE ONLY public.text_module
    ADD CONSTRAINT text_module_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.throttle
    ADD CONSTRAINT throttle_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.trial
    ADD CONSTRAINT trial_alone EXCLUDE USING gist (city_id WITH =, period WITH &&) WHERE ((state <> 'draft'::text));

ALTER TABLE ONLY public.trial_change
    ADD CONSTRAINT trial_change_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.trial
    ADD CONSTRAINT trial_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.trial_remark
    ADD CONSTRAINT trial_remark_pkey PRIMARY KEY (city_id, id);

ALTER TABLE ONLY public.trial_result
    ADD CONSTRAINT trial_result_pkey PRIMARY KEY (city_id, trial_id);

ALTER TABLE ONLY public.wait_estimate
    ADD CONSTRAINT wait_estimate_pkey PRIMARY KEY (city_id, call_id);

ALTER TABLE ONLY public.window_capacity
    ADD CONSTRAINT window_capacity_pkey PRIMARY KEY (city_id, team_id, starts_at, ends_at);

CREATE INDEX address_near ON public.address USING btree (city_id, lat, lon);

CREATE INDEX appointment_hold_due ON public.appointment USING btree (expires_at) WHERE (state = 'held'::text);

CREATE INDEX appointment_kept_of_day ON public.appointment_kept USING btree (city_id, office_id, date);

CREATE INDEX appointment_key_of ON public.appointment_key USING btree (city_id, appointment_id);

CREATE INDEX appointment_key_over ON public.appointment_key USING btree (expires_at) WHERE (expires_at IS NOT NULL);

CREATE INDEX appointment_of_case ON public.appointment USING btree (city_id, case_id) WHERE (case_id IS NOT NULL);

CREATE INDEX appointment_of_day ON public.appointment USING btree (city_id, office_id, date) WHERE (state = ANY (ARRAY['held'::text, 'booked'::text, 'arrived'::text, 'called'::text, 'served'::text]));

CREATE UNIQUE INDEX appointment_one_at_counter ON public.appointment USING btree (city_id, office_id, date, lower(counter)) WHERE (state = 'called'::text);

CREATE UNIQUE INDEX appointment_one_hold ON public.appointment USING btree (city_id, holder) WHERE (state = 'held'::text);

CREATE INDEX appointment_to_remind ON public.appointment USING btree (starts_at) WHERE (state = 'booked'::text);

CREATE INDEX appointment_to_settle ON public.appointment USING btree (city_id, date) WHERE (needs_attention AND (state = 'booked'::text));

CREATE INDEX appointment_with_contact ON public.appointment USING btree (ends_at) WHERE (contact_name IS NOT NULL);

CREATE INDEX attempt_by_callback ON public.attempt USING btree (city_id, callback_id);

CREATE UNIQUE INDEX attempt_one_open ON public.attempt USING btree (city_id, callback_id) WHERE (closed_at IS NULL);

CREATE INDEX audit_by_subject ON public.audit USING btree (city_id, subject_kind, subject_id);

CREATE INDEX audit_by_time ON public.audit USING btree (city_id, at);

CREATE INDEX call_by_caller ON public.call USING btree (city_id, caller);

CREATE INDEX call_by_day ON public.call USING btree (city_id, offered_at);

CREATE INDEX call_live ON public.call USING btree (city_id, state) WHERE (state <> 'ended'::text);

CREATE UNIQUE INDEX call_place_once ON public.call USING btree (city_id, place_of) WHERE (place_of IS NOT NULL);

CREATE INDEX callback_alarm_now ON public.callback_alarm USING btree (city_id) WHERE ((stage = ANY (ARRAY['too-much'::text, 'nobody'::text])) AND (cleared_at IS NULL));

CREATE INDEX callback_by_day ON public.callback USING btree (city_id, window_end);

CREATE INDEX callback_forecast_decided ON public.callback_forecast USING btree (city_id, team_id, decided_at) WHERE (missed IS NOT NULL);

CREATE INDEX callback_in_hand ON public.callback USING btree (city_id, owner_id) WHERE (state = 'taken'::text);

CREATE INDEX callback_key_of ON public.callback_key USING btree (city_id, callback_id);

CREATE INDEX callback_key_over ON public.callback_key USING btree (expires_at);

CREATE INDEX callback_next_due ON public.callback USING btree (city_id, team_id, promise, due_until, work_ms DESC, due_from) WHERE (state = 'waiting'::text);

CREATE INDEX callback_next_upcoming ON public.callback USING btree (city_id, team_id, due_from) WHERE (state = 'waiting'::text);

CREATE UNIQUE INDEX callback_one_open_per_case ON public.callback USING btree (city_id, case_id) WHERE (state <> 'done'::text);

CREATE INDEX callback_open_promise ON public.callback USING btree (window_end) WHERE (promise = 'open'::text);

CREATE INDEX callback_request_at ON public.callback_request USING btree (at);

CREATE UNIQUE INDEX callback_request_key ON public.callback_request USING btree (city_id, key_hash) WHERE (key_hash IS NOT NULL);

CREATE INDEX callback_request_phone ON public.callback_request USING btree (city_id, phone_hash, at);

CREATE INDEX callback_reserved ON public.callback USING btree (city_id, reserved_for) WHERE ((state <> 'done'::text) AND (reserved_for IS NOT NULL));

CREATE INDEX callback_stood_in ON public.callback USING btree (city_id, stand_in_id) WHERE ((state = 'waiting'::text) AND (stand_in_id IS NOT NULL));

CREATE INDEX callback_unbooked ON public.callback USING btree (city_id, team_id, due_until) WHERE ((state <> 'done'::text) AND (NOT books_unit));

CREATE INDEX callback_worklist ON public.callback USING btree (city_id, team_id, due_until) WHERE (state <> 'done'::text);

CREATE INDEX case_note_by_case ON public.case_note USING btree (city_id, case_id);

CREATE UNIQUE INDEX case_one_per_call ON public."case" USING btree (city_id, call_id) WHERE (call_id IS NOT NULL);

CREATE INDEX case_open_by_phone ON public."case" USING btree (city_id, contact_phone) WHERE (state = 'open'::text);

CREATE INDEX case_owes_answer ON public."case" USING btree (city_id, id) INCLUDE (team_id) WHERE (owes_answer AND (NOT practice));

CREATE INDEX case_second_number_of_case ON public.case_second_number USING btree (city_id, case_id);

CREATE INDEX case_with_email ON public."case" USING btree (closed_at) WHERE (contact_email IS NOT NULL);

CREATE INDEX event_by_case ON public.event USING btree (city_id, case_id) WHERE (case_id IS NOT NULL);

CREATE INDEX event_by_subject ON public.event USING btree (city_id, subject_id);

CREATE INDEX event_by_time ON public.event USING btree (city_id, at);

CREATE INDEX intake_open ON public.intake USING btree (city_id, account_id) WHERE (completed_at IS NULL);

CREATE INDEX leg_live ON public.leg USING btree (city_id) WHERE (ended_at IS NULL);

CREATE INDEX mail_new ON public.mail USING btree (city_id, received_at, uid) WHERE (state = 'new'::text);

CREATE INDEX mail_of_case ON public.mail USING btree (city_id, case_id, received_at) WHERE (case_id IS NOT NULL);

CREATE UNIQUE INDEX mail_once ON public.mail USING btree (city_id, content_hash) WHERE ((content_hash IS NOT NULL) AND (became IS DISTINCT FROM 'again'::text));

CREATE INDEX mail_waiting ON public.mail USING btree (city_id, received_at, id) WHERE (state = 'waiting'::text);

CREATE INDEX mail_with_raw ON public.mail USING btree (handled_at) WHERE ((raw IS NOT NULL) AND (handled_at IS NOT NULL));

CREATE INDEX mail_with_words ON public.mail USING btree (handled_at) WHERE (words IS NOT NULL);

CREATE INDEX message_due ON public.message USING btree (next_try_at) WHERE (state = 'queued'::text);

CREATE INDEX message_left ON public.message USING btree (leased_until) WHERE (state = 'sending'::text);

CREATE INDEX message_of_subject ON public.message USING btree (city_id, subject_id);

CREATE INDEX message_to ON public.message USING btree (city_id, lower(recipient), created_at) WHERE (recipient IS NOT NULL);

CREATE INDEX message_with_recipient ON public.message USING btree (ended_at) WHERE (recipient IS NOT NULL);

CREATE INDEX past_call_time ON public.past_call USING btree (city_id, offered_at);

CREATE INDEX past_day_day ON public.past_day USING btree (city_id, day);

CREATE INDEX proposal_by_day ON public.callback_proposal USING btree (city_id, called_at);

CREATE INDEX proposal_calls ON public.callback_proposal_call USING btree (city_id, proposal_id);

CREATE UNIQUE INDEX proposal_one_open ON public.callback_proposal USING btree (city_id, line_id, caller) WHERE (state = 'open'::text);

CREATE INDEX proposal_open_by_team ON public.callback_proposal USING btree (city_id, team_id, called_at) WHERE (state = 'open'::text);

CREATE INDEX proposal_with_number ON public.callback_proposal USING btree (decided_at) WHERE (caller IS NOT NULL);

CREATE UNIQUE INDEX release_plan_one_active ON public.release_plan USING btree (city_id, id) WHERE (state = 'active'::text);

CREATE UNIQUE INDEX release_plan_one_open ON public.release_plan USING btree (city_id, id) WHERE (state = ANY (ARRAY['draft'::text, 'submitted'::text]));

CREATE INDEX report_answered ON public.report USING btree (city_id, answered_at, case_id) WHERE ((answered_at IS NOT NULL) AND (merged_into IS NULL));

CREATE INDEX report_inbox ON public.report USING btree (city_id, due_at, case_id) WHERE ((answered_at IS NULL) AND (merged_into IS NULL));

CREATE UNIQUE INDEX report_key ON public.report USING btree (city_id, key_hash) WHERE (key_hash IS NOT NULL);

CREATE INDEX report_map ON public.report USING btree (city_id, public_lat, public_lon) INCLUDE (category_id, answered_at) WHERE ((released_at IS NOT NULL) AND (merged_into IS NULL));

CREATE INDEX report_merged ON public.report USING btree (city_id, merged_into) WHERE (merged_into IS NOT NULL);

CREATE INDEX report_photo_loose ON public.report_photo USING btree (added_at) WHERE (case_id IS NULL);

CREATE INDEX report_public ON public.report USING btree (city_id, case_id) WHERE ((released_at IS NOT NULL) AND (merged_into IS NULL));

CREATE INDEX report_public_ended ON public.report USING btree (city_id, case_id) WHERE ((released_at IS NOT NULL) AND (merged_into IS NULL) AND (answered_at IS NOT NULL));

CREATE INDEX report_public_of_category ON public.report USING btree (city_id, category_id, case_id) WHERE ((released_at IS NOT NULL) AND (merged_into IS NULL));

CREATE INDEX report_public_open ON public.report USING btree (city_id, case_id) WHERE ((released_at IS NOT NULL) AND (merged_into IS NULL) AND (answered_at IS NULL));

CREATE INDEX report_public_words ON public.report USING gin (public_words) WHERE ((released_at IS NOT NULL) AND (merged_into IS NULL));

CREATE INDEX report_released ON public.report USING btree (city_id, released_at) WHERE (released_at IS NOT NULL);

CREATE INDEX report_routing_of ON public.report_routing USING btree (city_id, case_id, at);

CREATE INDEX report_update_at ON public.report_update USING btree (city_id, at);

CREATE INDEX report_update_of ON public.report_update USING btree (city_id, case_id, at);

CREATE INDEX report_words ON public.report USING gin (words);

CREATE INDEX roster_entry_of_team ON public.roster_entry USING btree (city_id, team_id);

CREATE INDEX shift_of_office ON public.shift USING btree (city_id, office_id);

CREATE INDEX spent_proof_expires ON public.spent_proof USING btree (expires_at);

CREATE INDEX spoken_reason_by_age ON public.spoken_reason USING btree (recorded_at);

CREATE INDEX street_begins ON public.street USING btree (city_id, key text_pattern_ops);

CREATE INDEX wait_estimate_by_time ON public.wait_estimate USING btree (city_id, at);

CREATE TRIGGER audit_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER case_said_otherwise AFTER UPDATE OF reason ON public."case" FOR EACH ROW WHEN ((new.reason <> old.reason)) EXECUTE FUNCTION public.case_said_otherwise();

CREATE TRIGGER event_announce AFTER INSERT ON public.event FOR EACH ROW EXECUTE FUNCTION public.announce_event();

CREATE TRIGGER event_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.event FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER office_day_announce AFTER UPDATE ON public.office_day FOR EACH ROW EXECUTE FUNCTION public.announce_office_day();

CREATE TRIGGER provider_ending_stays BEFORE DELETE OR UPDATE ON public.provider_ending FOR EACH ROW EXECUTE FUNCTION public.keep_protocol();

CREATE TRIGGER report_counted_on_map AFTER INSERT OR DELETE OR UPDATE OF category_id, lat, lon, private_ground, released_at, merged_into, answered_at ON public.report FOR EACH ROW EXECUTE FUNCTION public.report_counted_on_map();

CREATE TRIGGER report_merged_flat BEFORE INSERT OR UPDATE OF merged_into ON public.report FOR EACH ROW WHEN ((new.merged_into IS NOT NULL)) EXECUTE FUNCTION public.report_is_merged_flat();

CREATE TRIGGER report_words BEFORE INSERT OR UPDATE OF place, street, private_ground ON public.report FOR EACH ROW EXECUTE FUNCTION public.report_words();

CREATE TRIGGER trial_change_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON public.trial_change FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER trial_plan_stays BEFORE UPDATE ON public.trial FOR EACH ROW EXECUTE FUNCTION public.keep_closed_plan();

CREATE TRIGGER trial_remark_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON public.trial_remark FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER trial_result_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON public.trial_result FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_city_id_deputy_id_fkey FOREIGN KEY (city_id, deputy_id) REFERENCES public.account(city_id, id);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_city_id_provider_id_fkey FOREIGN KEY (city_id, provider_id) REFERENCES public.provider(city_id, id);

ALTER TABLE ONLY public.account_team
    ADD CONSTRAINT account_team_city_id_account_id_fkey FOREIGN KEY (city_id, account_id) REFERENCES public.account(city_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.account_team
    ADD CONSTRAINT account_team_city_id_team_id_fkey FOREIGN KEY (city_id, team_id) REFERENCES public.team(city_id, id);

ALTER TABLE ONLY public.address
    ADD CONSTRAINT address_city_id_street_id_fkey FOREIGN KEY (city_id, street_id) REFERENCES public.street(city_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.announcement
    ADD CONSTRAINT announcement_city_id_account_id_fkey FOREIGN KEY (city_id, account_id) REFERENCES public.account(city_id, id);

ALTER TABLE ONLY public.announcement
    ADD CONSTRAINT announcement_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.announcement_line
    ADD CONSTRAINT announcement_line_city_id_announcement_id_fkey FOREIGN KEY (city_id, announcement_id) REFERENCES public.announcement(city_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.announcement_line
    ADD CONSTRAINT announcement_line_city_id_line_id_fkey FOREIGN KEY (city_id, line_id) REFERENCES public.line(city_id, id);

ALTER TABLE ONLY public.appointment
    ADD CONSTRAINT appointment_city_id_case_id_fkey FOREIGN KEY (city_id, case_id) REFERENCES public."case"(city_id, id);

ALTER TABLE ONLY public.appointment
    ADD CONSTRAINT appointment_city_id_created_by_fkey FOREIGN KEY (city_id, created_by) REFERENCES public.account(city_id, id);

ALTER TABLE ONLY public.appointment
    ADD CONSTRAINT appointment_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.appointment
    ADD CONSTRAINT appointment_day FOREIGN KEY (city_id, office_id, date) REFERENCES public.office_day(city_id, office_id, date);

ALTER TABLE ONLY public.appointment_device
    ADD CONSTRAINT appointment_device_city_id_appointment_id_fkey FOREIGN KEY (city_id, appointment_id) REFERENCES public.appointment(city_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.appointment_kept
    ADD CONSTRAINT appointment_kept_city_id_office_id_date_fkey FOREIGN KEY (city_id, office_id, date) REFERENCES public.office_day(city_id, office_id, date);

ALTER TABLE ONLY public.appointment_key
    ADD CONSTRAINT appointment_key_city_id_appointment_id_fkey FOREIGN KEY (city_id, appointment_id) REFERENCES public.appointment(city_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.appointment_notice_setting
    ADD CONSTRAINT appointment_notice_setting_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.appointment_service
    ADD CONSTRAINT appointment_service_city_id_service_id_fkey FOREIGN KEY (city_id, service_id) REFERENCES public.service(city_id, id);

ALTER TABLE ONLY public.attempt
    ADD CONSTRAINT attempt_city_id_account_id_fkey FOREIGN KEY (city_id, account_id) REFERENCES public.account(city_id, id);

ALTER TABLE ONLY public.attempt
    ADD CONSTRAINT attempt_city_id_callback_id_fkey FOREIGN KEY (city_id, callback_id) REFERENCES public.callback(city_id, id);

ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.call
    ADD CONSTRAINT call_city_id_agent_id_fkey FOREIGN KEY (city_id, agent_id) REFERENCES public.account(city_id, id);

ALTER TABLE ONLY public.call
    ADD CONSTRAINT call_city_id_case_id_fkey FOREIGN KEY (city_id, case_id) REFERENCES public."case"(city_id, id);

ALTER TABLE ONLY public.call
    ADD CONSTRAINT call_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.call
    ADD CONSTRAINT call_city_id_line_id_fkey FOREIGN KEY (city_id, line_id) REFERENCES public.line(city_id, id);

ALTER TABLE ONLY public.call
    ADD CONSTRAINT call_city_id_place_of_fkey FOREIGN KEY (city_id, place_of) REFERENCES public.call(city_id, id);

ALTER TABLE ONLY public.call
    ADD CONSTRAINT call_city_id_team_id_fkey FOREIGN KEY (city_id, team_id) REFERENCES public.team(city_id, id);

ALTER TABLE ONLY public.callback_alarm
    ADD CONSTRAINT callback_alarm_city_id_callback_id_fkey FOREIGN KEY (city_id, callback_id) REFERENCES public.callback(city_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.callback
    ADD CONSTRAINT callback_city_id_case_id_fkey FOREIGN KEY (city_id, case_id) REFERENCES public."case"(city_id, id);

ALTER TABLE ONLY public.callback
    ADD CONSTRAINT callback_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.callback
    ADD CONSTRAINT callback_city_id_owner_id_fkey FOREIGN KEY (city_id, owner_id) REFERENCES public.account(city_id, id);

ALTER TABLE ONLY public.callback
    ADD CONSTRAINT callback_city_id_promised_by_fkey FOREIGN KEY (city_id, promised_by) REFERENCES public.account(city_id, id);

ALTER TABLE ONLY public.callback
    ADD CONSTRAINT callback_city_id_reserved_for_fkey FOREIGN KEY (city_id, reserved_for) REFERENCES public.account(city_id, id);

ALTER TABLE ONLY public.callback
    ADD CONSTRAINT callback_city_id_stand_in_id_fkey FOREIGN KEY (city_id, stand_in_id) REFERENCES public.account(city_id, id);

ALTER TABLE ONLY public.callback
    ADD CONSTRAINT callback_city_id_team_id_fkey FOREIGN KEY (city_id, team_id) REFERENCES public.team(city_id, id);

ALTER TABLE ONLY public.callback_forecast
    ADD CONSTRAINT callback_forecast_city_id_callback_id_fkey FOREIGN KEY (city_id, callback_id) REFERENCES public.callback(city_id, id);

ALTER TABLE ONLY public.callback_forecast
    ADD CONSTRAINT callback_forecast_city_id_team_id_fkey FOREIGN KEY (city_id, team_id) REFERENCES public.team(city_id, id);

ALTER TABLE ONLY public.callback_key
    ADD CONSTRAINT callback_key_city_id_callback_id_fkey FOREIGN KEY (city_id, callback_id) REFERENCES public.callback(city_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.callback_length
    ADD CONSTRAINT callback_length_city_id_service_id_fkey FOREIGN KEY (city_id, service_id) REFERENCES public.service(city_id, id);

ALTER TABLE ONLY public.callback_length
    ADD CONSTRAINT callback_length_city_id_team_id_fkey FOREIGN KEY (city_id, team_id) REFERENCES public.team(city_id, id);

ALTER TABLE ONLY public.callback_proposal_call
    ADD CONSTRAINT callback_proposal_call_city_id_call_id_fkey FOREIGN KEY (city_id, call_id) REFERENCES public.call(city_id, id);

ALTER TABLE ONLY public.callback_proposal_call
    ADD CONSTRAINT callback_proposal_call_city_id_proposal_id_fkey FOREIGN KEY (city_id, proposal_id) REFERENCES public.callback_proposal(city_id, id);

ALTER TABLE ONLY public.callback_proposal
    ADD CONSTRAINT callback_proposal_city_id_case_id_fkey FOREIGN KEY (city_id, case_id) REFERENCES public."case"(city_id, id);

ALTER TABLE ONLY public.callback_proposal
    ADD CONSTRAINT callback_proposal_city_id_decided_by_fkey FOREIGN KEY (city_id, decided_by) REFERENCES public.account(city_id, id);

ALTER TABLE ONLY public.callback_proposal
    ADD CONSTRAINT callback_proposal_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.callback_proposal
    ADD CONSTRAINT callback_proposal_city_id_line_id_fkey FOREIGN KEY (city_id, line_id) REFERENCES public.line(city_id, id);

ALTER TABLE ONLY public.callback_proposal
    ADD CONSTRAINT callback_proposal_city_id_team_id_fkey FOREIGN KEY (city_id, team_id) REFERENCES public.team(city_id, id);

ALTER TABLE ONLY public.callback_request
    ADD CONSTRAINT callback_request_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.callback_tracker
    ADD CONSTRAINT callback_tracker_city_id_team_id_fkey FOREIGN KEY (city_id, team_id) REFERENCES public.team(city_id, id);

ALTER TABLE ONLY public.caller_salt
    ADD CONSTRAINT caller_salt_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.case_attachment
    ADD CONSTRAINT case_attachment_city_id_added_by_fkey FOREIGN KEY (city_id, added_by) REFERENCES public.account(city_id, id);

ALTER TABLE ONLY public.case_attachment
    ADD CONSTRAINT case_attachment_city_id_case_id_fkey FOREIGN KEY (city_id, case_id) REFERENCES public."case"(city_id, id);

ALTER TABLE ONLY public."case"
    ADD CONSTRAINT case_city_id_call_id_fkey FOREIGN KEY (city_id, call_id) REFERENCES public.call(city_id, id);

ALTER TABLE ONLY public."case"
    ADD CONSTRAINT case_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public."case"
    ADD CONSTRAINT case_city_id_line_id_fkey FOREIGN KEY (city_id, line_id) REFERENCES public.line(city_id, id);

ALTER TABLE ONLY public."case"
    ADD CONSTRAINT case_city_id_opened_by_fkey FOREIGN KEY (city_id, opened_by) REFERENCES public.account(city_id, id);

ALTER TABLE ONLY public."case"
    ADD CONSTRAINT case_city_id_service_id_fkey FOREIGN KEY (city_id, service_id) REFERENCES public.service(city_id, id);

ALTER TABLE ONLY public."case"
    ADD CONSTRAINT case_city_id_team_id_fkey FOREIGN KEY (city_id, team_id) REFERENCES public.team(city_id, id);

ALTER TABLE ONLY public.case_note
    ADD CONSTRAINT case_note_city_id_account_id_fkey FOREIGN KEY (city_id, account_id) REFERENCES public.account(city_id, id);

ALTER TABLE ONLY public.case_note
    ADD CONSTRAINT case_note_city_id_case_id_fkey FOREIGN KEY (city_id, case_id) REFERENCES public."case"(city_id, id);

ALTER TABLE ONLY public.case_second_number
    ADD CONSTRAINT case_second_number_city_id_case_id_fkey FOREIGN KEY (city_id, case_id) REFERENCES public."case"(city_id, id);

ALTER TABLE ONLY public.case_second_number
    ADD CONSTRAINT case_second_number_city_id_line_id_fkey FOREIGN KEY (city_id, line_id) REFERENCES public.line(city_id, id);

ALTER TABLE ONLY public.case_second_number
    ADD CONSTRAINT case_second_number_city_id_service_id_fkey FOREIGN KEY (city_id, service_id) REFERENCES public.service(city_id, id);

ALTER TABLE ONLY public.city_boundary
    ADD CONSTRAINT city_boundary_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.closure
    ADD CONSTRAINT closure_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.cti_call
    ADD CONSTRAINT cti_call_city_id_call_id_fkey FOREIGN KEY (city_id, call_id) REFERENCES public.call(city_id, id);

ALTER TABLE ONLY public.cti_call
    ADD CONSTRAINT cti_call_city_id_source_id_fkey FOREIGN KEY (city_id, source_id) REFERENCES public.cti_source(city_id, id);

ALTER TABLE ONLY public.cti_source
    ADD CONSTRAINT cti_source_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.dial_permission
    ADD CONSTRAINT dial_permission_city_id_account_id_fkey FOREIGN KEY (city_id, account_id) REFERENCES public.account(city_id, id);

ALTER TABLE ONLY public.dial_permission
    ADD CONSTRAINT dial_permission_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.event
    ADD CONSTRAINT event_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.intake
    ADD CONSTRAINT intake_city_id_account_id_fkey FOREIGN KEY (city_id, account_id) REFERENCES public.account(city_id, id);

ALTER TABLE ONLY public.intake
    ADD CONSTRAINT intake_city_id_call_id_fkey FOREIGN KEY (city_id, call_id) REFERENCES public.call(city_id, id);

ALTER TABLE ONLY public.leg
    ADD CONSTRAINT leg_city_id_attempt_id_fkey FOREIGN KEY (city_id, attempt_id) REFERENCES public.attempt(city_id, id);

ALTER TABLE ONLY public.leg
    ADD CONSTRAINT leg_city_id_call_id_fkey FOREIGN KEY (city_id, call_id) REFERENCES public.call(city_id, id);

ALTER TABLE ONLY public.leg
    ADD CONSTRAINT leg_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.line
    ADD CONSTRAINT line_city_id_answering_team_id_fkey FOREIGN KEY (city_id, answering_team_id) REFERENCES public.team(city_id, id);

ALTER TABLE ONLY public.line
    ADD CONSTRAINT line_city_id_callback_team_id_fkey FOREIGN KEY (city_id, callback_team_id) REFERENCES public.team(city_id, id);

ALTER TABLE ONLY public.line
    ADD CONSTRAINT line_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.line_helper_team
    ADD CONSTRAINT line_helper_team_city_id_line_id_fkey FOREIGN KEY (city_id, line_id) REFERENCES public.line(city_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.line_helper_team
    ADD CONSTRAINT line_helper_team_city_id_team_id_fkey FOREIGN KEY (city_id, team_id) REFERENCES public.team(city_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.line_opening
    ADD CONSTRAINT line_opening_city_id_account_id_fkey FOREIGN KEY (city_id, account_id) REFERENCES public.account(city_id, id);

ALTER TABLE ONLY public.line_opening
    ADD CONSTRAINT line_opening_city_id_line_id_fkey FOREIGN KEY (city_id, line_id) REFERENCES public.line(city_id, id);

ALTER TABLE ONLY public.mail
    ADD CONSTRAINT mail_city_id_case_id_fkey FOREIGN KEY (city_id, case_id) REFERENCES public."case"(city_id, id);

ALTER TABLE ONLY public.mail
    ADD CONSTRAINT mail_city_id_handled_by_fkey FOREIGN KEY (city_id, handled_by) REFERENCES public.account(city_id, id);

ALTER TABLE ONLY public.mail
    ADD CONSTRAINT mail_city_id_mailbox_fkey FOREIGN KEY (city_id, mailbox) REFERENCES public.mailbox(city_id, name);

ALTER TABLE ONLY public.mail_file
    ADD CONSTRAINT mail_file_city_id_mail_id_fkey FOREIGN KEY (city_id, mail_id) REFERENCES public.mail(city_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.mail_intake
    ADD CONSTRAINT mail_intake_city_id_category_id_fkey FOREIGN KEY (city_id, category_id) REFERENCES public.report_category(city_id, id);

ALTER TABLE ONLY public.mail_intake
    ADD CONSTRAINT mail_intake_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.mailbox
    ADD CONSTRAINT mailbox_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_city_id_case_id_fkey FOREIGN KEY (city_id, case_id) REFERENCES public."case"(city_id, id);

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.office
    ADD CONSTRAINT office_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.office_closure
    ADD CONSTRAINT office_closure_city_id_created_by_fkey FOREIGN KEY (city_id, created_by) REFERENCES public.account(city_id, id);

ALTER TABLE ONLY public.office_closure
    ADD CONSTRAINT office_closure_city_id_office_id_fkey FOREIGN KEY (city_id, office_id) REFERENCES public.office(city_id, id);

ALTER TABLE ONLY public.office_day
    ADD CONSTRAINT office_day_city_id_office_id_fkey FOREIGN KEY (city_id, office_id) REFERENCES public.office(city_id, id);

ALTER TABLE ONLY public.office_device
    ADD CONSTRAINT office_device_city_id_office_id_fkey FOREIGN KEY (city_id, office_id) REFERENCES public.office(city_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.open311_key
    ADD CONSTRAINT open311_key_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.open311_update
    ADD CONSTRAINT open311_update_city_id_case_id_fkey FOREIGN KEY (city_id, case_id) REFERENCES public."case"(city_id, id);

ALTER TABLE ONLY public.open311_update
    ADD CONSTRAINT open311_update_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.open311_update
    ADD CONSTRAINT open311_update_city_id_key_id_fkey FOREIGN KEY (city_id, key_id) REFERENCES public.open311_key(city_id, id);

ALTER TABLE ONLY public.outside_number
    ADD CONSTRAINT outside_number_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.past_call
    ADD CONSTRAINT past_call_city_id_import_id_fkey FOREIGN KEY (city_id, import_id) REFERENCES public.past_import(city_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.past_day
    ADD CONSTRAINT past_day_city_id_import_id_fkey FOREIGN KEY (city_id, import_id) REFERENCES public.past_import(city_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.past_import
    ADD CONSTRAINT past_import_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.presence
    ADD CONSTRAINT presence_city_id_account_id_fkey FOREIGN KEY (city_id, account_id) REFERENCES public.account(city_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.prompt_recording
    ADD CONSTRAINT prompt_recording_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.prompt_recording
    ADD CONSTRAINT prompt_recording_city_id_uploaded_by_fkey FOREIGN KEY (city_id, uploaded_by) REFERENCES public.account(city_id, id);

ALTER TABLE ONLY public.provider
    ADD CONSTRAINT provider_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.provider_ending
    ADD CONSTRAINT provider_ending_city_id_account_id_fkey FOREIGN KEY (city_id, account_id) REFERENCES public.account(city_id, id);

ALTER TABLE ONLY public.provider_ending
    ADD CONSTRAINT provider_ending_city_id_provider_id_fkey FOREIGN KEY (city_id, provider_id) REFERENCES public.provider(city_id, id);

ALTER TABLE ONLY public.provider_ending
    ADD CONSTRAINT provider_ending_city_id_trial_id_fkey FOREIGN KEY (city_id, trial_id) REFERENCES public.trial(city_id, id);

ALTER TABLE ONLY public.provider_ending
    ADD CONSTRAINT provider_ending_team FOREIGN KEY (city_id, team_id) REFERENCES public.team(city_id, id);

ALTER TABLE ONLY public.release_plan
    ADD CONSTRAINT release_plan_city_id_approved_by_fkey FOREIGN KEY (city_id, approved_by) REFERENCES public.account(city_id, id);

ALTER TABLE ONLY public.release_plan
    ADD CONSTRAINT release_plan_city_id_author_id_fkey FOREIGN KEY (city_id, author_id) REFERENCES public.account(city_id, id);

ALTER TABLE ONLY public.release_plan
    ADD CONSTRAINT release_plan_city_id_end_asked_by_fkey FOREIGN KEY (city_id, end_asked_by) REFERENCES public.account(city_id, id);

ALTER TABLE ONLY public.release_plan
    ADD CONSTRAINT release_plan_city_id_ended_by_fkey FOREIGN KEY (city_id, ended_by) REFERENCES public.account(city_id, id);

ALTER TABLE ONLY public.release_plan
    ADD CONSTRAINT release_plan_city_id_office_id_fkey FOREIGN KEY (city_id, office_id) REFERENCES public.office(city_id, id);

ALTER TABLE ONLY public.report_category
    ADD CONSTRAINT report_category_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.report_category
    ADD CONSTRAINT report_category_city_id_team_id_fkey FOREIGN KEY (city_id, team_id) REFERENCES public.team(city_id, id);

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_city_id_assigned_to_fkey FOREIGN KEY (city_id, assigned_to) REFERENCES public.account(city_id, id);

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_city_id_case_id_fkey FOREIGN KEY (city_id, case_id) REFERENCES public."case"(city_id, id);

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_city_id_category_id_fkey FOREIGN KEY (city_id, category_id) REFERENCES public.report_category(city_id, id);

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_city_id_merged_into_fkey FOREIGN KEY (city_id, merged_into) REFERENCES public.report(city_id, case_id);

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_city_id_released_by_fkey FOREIGN KEY (city_id, released_by) REFERENCES public.account(city_id, id);

ALTER TABLE ONLY public.report_follower
    ADD CONSTRAINT report_follower_city_id_case_id_fkey FOREIGN KEY (city_id, case_id) REFERENCES public.report(city_id, case_id);

ALTER TABLE ONLY public.report_follower
    ADD CONSTRAINT report_follower_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.report_map_cell
    ADD CONSTRAINT report_map_cell_city_id_category_id_fkey FOREIGN KEY (city_id, category_id) REFERENCES public.report_category(city_id, id);

ALTER TABLE ONLY public.report_photo
    ADD CONSTRAINT report_photo_city_id_added_by_fkey FOREIGN KEY (city_id, added_by) REFERENCES public.account(city_id, id);

ALTER TABLE ONLY public.report_photo
    ADD CONSTRAINT report_photo_city_id_case_id_fkey FOREIGN KEY (city_id, case_id) REFERENCES public.report(city_id, case_id);

ALTER TABLE ONLY public.report_photo
    ADD CONSTRAINT report_photo_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.report_photo
    ADD CONSTRAINT report_photo_city_id_released_by_fkey FOREIGN KEY (city_id, released_by) REFERENCES public.account(city_id, id);

ALTER TABLE ONLY public.report_routing
    ADD CONSTRAINT report_routing_city_id_account_id_fkey FOREIGN KEY (city_id, account_id) REFERENCES public.account(city_id, id);

ALTER TABLE ONLY public.report_routing
    ADD CONSTRAINT report_routing_city_id_case_id_fkey FOREIGN KEY (city_id, case_id) REFERENCES public.report(city_id, case_id);

ALTER TABLE ONLY public.report_routing
    ADD CONSTRAINT report_routing_city_id_from_team_id_fkey FOREIGN KEY (city_id, from_team_id) REFERENCES public.team(city_id, id);

ALTER TABLE ONLY public.report_routing
    ADD CONSTRAINT report_routing_city_id_to_team_id_fkey FOREIGN KEY (city_id, to_team_id) REFERENCES public.team(city_id, id);

ALTER TABLE ONLY public.report_update
    ADD CONSTRAINT report_update_city_id_account_id_fkey FOREIGN KEY (city_id, account_id) REFERENCES public.account(city_id, id);

ALTER TABLE ONLY public.report_update
    ADD CONSTRAINT report_update_city_id_case_id_fkey FOREIGN KEY (city_id, case_id) REFERENCES public.report(city_id, case_id);

ALTER TABLE ONLY public.roster_absence
    ADD CONSTRAINT roster_absence_city_id_account_id_fkey FOREIGN KEY (city_id, account_id) REFERENCES public.account(city_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.roster
    ADD CONSTRAINT roster_city_id_team_id_fkey FOREIGN KEY (city_id, team_id) REFERENCES public.team(city_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.roster_entry
    ADD CONSTRAINT roster_entry_city_id_account_id_fkey FOREIGN KEY (city_id, account_id) REFERENCES public.account(city_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.roster_entry
    ADD CONSTRAINT roster_entry_city_id_team_id_fkey FOREIGN KEY (city_id, team_id) REFERENCES public.roster(city_id, team_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.service
    ADD CONSTRAINT service_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.service_hours
    ADD CONSTRAINT service_hours_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_city_id_account_id_fkey FOREIGN KEY (city_id, account_id) REFERENCES public.account(city_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.shift
    ADD CONSTRAINT shift_city_id_office_id_fkey FOREIGN KEY (city_id, office_id) REFERENCES public.office(city_id, id);

ALTER TABLE ONLY public.shift_exception
    ADD CONSTRAINT shift_exception_city_id_shift_id_fkey FOREIGN KEY (city_id, shift_id) REFERENCES public.shift(city_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.sign_out
    ADD CONSTRAINT sign_out_city_id_account_id_fkey FOREIGN KEY (city_id, account_id) REFERENCES public.account(city_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.sign_out
    ADD CONSTRAINT sign_out_city_id_by_account_id_fkey FOREIGN KEY (city_id, by_account_id) REFERENCES public.account(city_id, id);

ALTER TABLE ONLY public.spoken_reason
    ADD CONSTRAINT spoken_reason_city_id_case_id_fkey FOREIGN KEY (city_id, case_id) REFERENCES public."case"(city_id, id);

ALTER TABLE ONLY public.street
    ADD CONSTRAINT street_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.team
    ADD CONSTRAINT team_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.team
    ADD CONSTRAINT team_city_id_provider_id_fkey FOREIGN KEY (city_id, provider_id) REFERENCES public.provider(city_id, id);

ALTER TABLE ONLY public.test_call
    ADD CONSTRAINT test_call_city_id_account_id_fkey FOREIGN KEY (city_id, account_id) REFERENCES public.account(city_id, id);

ALTER TABLE ONLY public.test_call
    ADD CONSTRAINT test_call_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.text_module
    ADD CONSTRAINT text_module_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.text_module
    ADD CONSTRAINT text_module_city_id_service_id_fkey FOREIGN KEY (city_id, service_id) REFERENCES public.service(city_id, id);

ALTER TABLE ONLY public.text_module
    ADD CONSTRAINT text_module_city_id_team_id_fkey FOREIGN KEY (city_id, team_id) REFERENCES public.team(city_id, id);

ALTER TABLE ONLY public.trial_change
    ADD CONSTRAINT trial_change_city_id_trial_id_fkey FOREIGN KEY (city_id, trial_id) REFERENCES public.trial(city_id, id);

ALTER TABLE ONLY public.trial
    ADD CONSTRAINT trial_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.trial_remark
    ADD CONSTRAINT trial_remark_city_id_account_id_fkey FOREIGN KEY (city_id, account_id) REFERENCES public.account(city_id, id);

ALTER TABLE ONLY public.trial_remark
    ADD CONSTRAINT trial_remark_city_id_trial_id_fkey FOREIGN KEY (city_id, trial_id) REFERENCES public.trial(city_id, id);

ALTER TABLE ONLY public.trial_result
    ADD CONSTRAINT trial_result_city_id_trial_id_fkey FOREIGN KEY (city_id, trial_id) REFERENCES public.trial(city_id, id);

ALTER TABLE ONLY public.wait_estimate
    ADD CONSTRAINT wait_estimate_city_id_call_id_fkey FOREIGN KEY (city_id, call_id) REFERENCES public.call(city_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.window_capacity
    ADD CONSTRAINT window_capacity_city_id_team_id_fkey FOREIGN KEY (city_id, team_id) REFERENCES public.team(city_id, id);

