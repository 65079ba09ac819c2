-- A person is answered in the language in which they wrote; one name may stand for the same text in each.
alter table text_module add column lang text not null default 'de' check (lang in ('de', 'en', 'einfach'));
alter table text_module drop constraint text_module_name;
alter table text_module add constraint text_module_name unique (city_id, name, lang);
