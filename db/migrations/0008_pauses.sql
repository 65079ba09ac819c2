-- Why somebody takes no calls: chosen by the person, or noticed by the machine. Null while calls come.
alter table presence add column reason text
  check (reason in ('break', 'follow-up', 'meeting', 'technical', 'interrupted', 'unanswered'));
