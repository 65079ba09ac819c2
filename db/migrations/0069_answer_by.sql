-- Until when whoever asked should have an answer: 24 service hours after the case was opened, by the hours as they were then.
alter table "case"
  add column answer_by timestamptz,
  add constraint case_answer_by_is_later check (answer_by >= opened_at),
  add constraint case_answer_by_is_real check (answer_by is null or (not practice and intake_outcome <> 'report'));
