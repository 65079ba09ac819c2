-- A special announcement says the same to everybody who reads: in their language, with a link, and on the home page only where it is important.
-- One for no line is for readers only.
alter table announcement
  add column text_en text,
  add column text_einfach text,
  add column link text,
  add column important boolean not null default true,
  add constraint announcement_text_en_check check (length(text_en) between 1 and 300),
  add constraint announcement_text_einfach_check check (length(text_einfach) between 1 and 300),
  add constraint announcement_link_check check (length(link) <= 500 and link ~ '^(https?://|/([^/\\]|$))');
