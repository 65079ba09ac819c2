-- Files of a case. What they are is decided by their content before they come here; the same content stands once in a case.
-- How many a case may have (20) is counted under the case's lock. Removed by rule once the case has been closed for a while.
create table case_attachment (
  city_id text not null,
  id uuid not null,
  case_id uuid not null,
  -- Personal data, as the content is: in no event and no log.
  name text not null check (length(name) between 1 and 120 and name !~ '[[:cntrl:]/\\]'),
  media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
  bytes bytea not null,
  size int not null generated always as (octet_length(bytes)) stored
    check (size between 1 and 10 * 1024 * 1024),
  sha256 bytea not null generated always as (sha256(bytes)) stored,
  -- Null: not by an account.
  added_by uuid,
  added_at timestamptz not null,
  primary key (city_id, id),
  constraint case_attachment_once unique (city_id, case_id, sha256),
  foreign key (city_id, case_id) references "case",
  foreign key (city_id, added_by) references account
);
-- Pictures and PDF are compressed already.
alter table case_attachment alter column bytes set storage external;
