-- What processes of one installation share to know again what they handed to browsers. No personal data.

create table signing_key (
  one boolean primary key default true check (one),
  key bytea not null check (length(key) = 32),
  created_at timestamptz not null default now()
);

-- A proof (work that a browser did, or a time that it waited) counts once, in whichever process.
create table spent_proof (
  id bytea primary key check (length(id) = 16),
  expires_at timestamptz not null
);
create index spent_proof_expires on spent_proof (expires_at);
