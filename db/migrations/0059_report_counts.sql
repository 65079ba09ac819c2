-- Counts of open reports by team: of all cases, only those that owe an answer.
create index case_owes_answer on "case" (city_id, id) include (team_id) where owes_answer and not practice;
