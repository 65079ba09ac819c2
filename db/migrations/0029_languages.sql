-- In which language the person speaks with us (BCP 47); German where nobody said otherwise.
alter table "case" add column language text not null default 'de' check (
  language in ('de', 'en', 'tr', 'ar', 'uk', 'ru', 'pl', 'ro', 'bg', 'fa', 'ku', 'sq', 'sr', 'el', 'it', 'es', 'fr'));
update "case" set language = 'en' where contact_lang = 'en';

-- The languages somebody at the city speaks with citizens; empty: nobody has said.
alter table account add column languages text[] not null default '{}' check (
  languages <@ array['de', 'en', 'tr', 'ar', 'uk', 'ru', 'pl', 'ro', 'bg', 'fa', 'ku', 'sq', 'sr', 'el', 'it', 'es', 'fr']);
