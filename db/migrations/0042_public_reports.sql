-- The public list, newest first (a case's id begins with its time), also of one category.
create index report_public on report (city_id, case_id) where released_at is not null;
create index report_public_of_category on report (city_id, category_id, case_id) where released_at is not null;
-- Its search: the words of a report, and those of the place that everybody may see.
create index case_reason_words on "case" using gin (to_tsvector('german', reason));
create index report_public_words on report
  using gin (to_tsvector('german', coalesce(case when private_ground then street else place end, '')))
  where released_at is not null;
