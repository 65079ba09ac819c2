-- Staff look for a report by the words of its place; those of what was said have an index already.
create index report_place_words on report using gin (to_tsvector('german', coalesce(place, '')));
