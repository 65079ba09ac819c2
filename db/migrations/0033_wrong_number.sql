-- The number that was to be called does not exist: neither the telephone nor anybody of the team failed.
alter table callback drop constraint callback_cause_check;
alter table callback add constraint callback_cause_check
  check (cause in ('nobody-took-it', 'owner-did-not-call', 'telephone-failed', 'nobody-on-duty', 'wrong-number'));
