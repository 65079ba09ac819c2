-- Mail that comes in: kept as it came before anything is made of it, so that nothing is lost.

-- How far a mailbox was read.
create table mailbox (
  city_id text not null references city,
  -- Account, server and folder: 'buergertelefon@mail.stadt.example/INBOX'.
  name text not null check (length(name) between 3 and 300),
  -- The server's word for "the numbers are still the same".
  uid_validity bigint not null,
  next_uid bigint not null,
  -- Mail that was there before and had been read by people is theirs.
  since timestamptz not null,
  primary key (city_id, name)
);

create table mail (
  city_id text not null,
  id uuid not null,
  mailbox text not null,
  uid_validity bigint not null,
  uid bigint not null,
  -- When the mail server got it; the date inside is whatever its sender says.
  received_at timestamptz not null,
  -- As it came; removed by rule after it was handled.
  raw bytea,
  size int not null check (size >= 0),
  -- Of what its sender wrote, without the way it took: what the server hands over twice is one.
  content_hash bytea check (octet_length(content_hash) = 32),
  message_id text check (length(message_id) <= 998),
  state text not null default 'new' check (state in ('new', 'done', 'waiting')),
  -- What became of it. again: it had come before; ours: our own came back; discarded: by staff.
  became text check (became in ('report', 'reply', 'note', 'automatic', 'bounce', 'ours', 'again', 'discarded')),
  -- Why it waits for a person to decide.
  waits_because text check (length(waits_because) between 1 and 60),
  tries int not null default 0 check (tries >= 0),
  case_id uuid,
  -- Personal data of the sender, removed by rule.
  sender text check (length(sender) <= 254),
  subject text check (length(subject) <= 998),
  -- All that was written, without markup.
  words text,
  handled_at timestamptz,
  -- Null: nobody; a machine's decision.
  handled_by uuid,
  primary key (city_id, id),
  foreign key (city_id, mailbox) references mailbox,
  foreign key (city_id, case_id) references "case",
  foreign key (city_id, handled_by) references account,
  constraint mail_fetched_once unique (city_id, mailbox, uid_validity, uid),
  constraint mail_handled check ((state = 'done') = (became is not null) and (state = 'done') = (handled_at is not null)),
  constraint mail_waits_for_reason check ((state = 'waiting') = (waits_because is not null)),
  constraint mail_raw_until_handled check (raw is not null or state = 'done')
);
alter table mail alter column raw set storage external;
create unique index mail_once on mail (city_id, content_hash) where content_hash is not null and became is distinct from 'again';
create index mail_new on mail (city_id, received_at, uid) where state = 'new';
create index mail_waiting on mail (city_id, received_at, id) where state = 'waiting';
create index mail_of_case on mail (city_id, case_id, received_at) where case_id is not null;
create index mail_with_raw on mail (handled_at) where raw is not null and handled_at is not null;
create index mail_with_words on mail (handled_at) where words is not null;

-- What was attached, whatever it is: given out as a file to save, never shown.
create table mail_file (
  city_id text not null,
  id uuid not null,
  mail_id uuid not null,
  position int not null,
  name text not null check (length(name) between 1 and 120 and name !~ '[[:cntrl:]/\\]'),
  -- As its sender calls it.
  media_type text not null check (length(media_type) <= 120),
  bytes bytea not null,
  -- Why nobody may save it.
  blocked text check (blocked in ('virus')),
  primary key (city_id, id),
  foreign key (city_id, mail_id) references mail on delete cascade,
  constraint mail_file_once unique (city_id, mail_id, position)
);
alter table mail_file alter column bytes set storage external;

-- In which category a report begins that came by mail; without one, mails wait for a person.
create table mail_intake (
  city_id text primary key references city,
  category_id text not null,
  foreign key (city_id, category_id) references report_category
);

-- A mail server's later word: the message was taken on and came back.
alter table message drop constraint message_failed_because_check;
alter table message add constraint message_failed_because_check
  check (failed_because in ('rejected', 'gave-up', 'bounced'));
-- Since when mail to this address comes back.
alter table "case" add column email_refused_at timestamptz;
-- How many mails an address has got, so that two machines do not write to each other for ever.
create index message_to on message (city_id, lower(recipient), created_at) where recipient is not null;
