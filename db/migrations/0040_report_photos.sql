-- Photos of reports. Never what was sent: two pictures that we wrote anew (src/reports/photos/takePhoto.ts).
create table report_photo (
  city_id text not null references city,
  id uuid not null,
  -- The report it belongs to; null as long as somebody is still writing one.
  case_id uuid,
  -- Of the draft's key, which only its browser has; such photos are deleted after a day.
  draft_hash bytea check (octet_length(draft_hash) = 32),
  -- Which of five: with the keys below no report and no draft has more, whoever adds at the same moment.
  place smallint not null check (place between 1 and 5),
  -- Personal data, both. The large one goes when whoever reported can no longer say that it is not solved.
  large bytea check (octet_length(large) between 1 and 10 * 1024 * 1024),
  small bytea not null check (octet_length(small) between 1 and 1024 * 1024),
  -- Of the large one, in pixels.
  width int not null check (width > 0),
  height int not null check (height > 0),
  added_at timestamptz not null,
  -- Null: not by an account.
  added_by uuid,
  -- Shown to everybody as long as its report is: somebody has looked at it.
  released_at timestamptz,
  released_by uuid,
  primary key (city_id, id),
  foreign key (city_id, case_id) references report,
  foreign key (city_id, added_by) references account,
  foreign key (city_id, released_by) references account,
  constraint report_photo_place unique (city_id, case_id, place),
  constraint report_photo_draft_place unique (city_id, draft_hash, place),
  constraint report_photo_of_one check ((case_id is null) <> (draft_hash is null)),
  constraint report_photo_released_by_somebody check ((released_at is null) = (released_by is null)),
  constraint report_photo_loose_is_not_public check (case_id is not null or released_at is null)
);
create index report_photo_loose on report_photo (added_at) where case_id is null;
-- JPEG is compressed already.
alter table report_photo
  alter column large set storage external,
  alter column small set storage external;
