-- Whether somebody called before on the same day, without keeping who it was: a keyed hash of the number under a salt that lives
-- for its local day only. Unlogged, so that the salt is in no write-ahead log and no archive made of one; a crash of the server
-- empties it, and the calls after it have other keys.
create unlogged table caller_salt (
  city_id text not null references city,
  day date not null,
  salt bytea not null check (length(salt) = 32),
  primary key (city_id, day)
);

alter table call
  add column caller_key text check (caller_key ~ '^[0-9a-f]{32}$'),
  add constraint call_training_has_no_key check (source <> 'training' or caller_key is null);
