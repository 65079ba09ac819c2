-- Where somebody who is promised a call can be told of it besides by SMS, and in which words.
alter table "case"
  add column contact_email text check (length(contact_email) between 3 and 254),
  add column contact_lang text not null default 'de' check (contact_lang in ('de', 'en', 'einfach'));
-- Removed by rule once the case has been closed for a while.
create index case_with_email on "case" (closed_at) where contact_email is not null;
