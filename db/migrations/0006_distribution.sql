-- What happens to a caller while nobody answers: further teams help, the number outside is rung, a callback is offered.
-- Times are milliseconds from the first INVITE; a person is promised within 15,000.
alter table line
  add column needs text[] not null default '{}',
  add column widen_after_ms integer not null default 5000 check (widen_after_ms between 0 and 600000),
  add column overflow_number text check (overflow_number ~ '^\+[1-9][0-9]{5,14}$'),
  -- Why the provider behind that number may take the city's calls: the contract (Art. 28 GDPR) and its date.
  add column overflow_basis text check (length(overflow_basis) between 1 and 200),
  add column overflow_after_ms integer not null default 8000 check (overflow_after_ms between 0 and 600000),
  add column offer_after_ms integer not null default 12000 check (offer_after_ms between 0 and 600000),
  add constraint line_overflow_has_basis check ((overflow_number is null) = (overflow_basis is null));

-- Teams that help when a line's own team does not answer in time.
create table line_helper_team (
  city_id text not null,
  line_id uuid not null,
  team_id uuid not null,
  primary key (city_id, line_id, team_id),
  foreign key (city_id, line_id) references line (city_id, id) on delete cascade,
  foreign key (city_id, team_id) references team (city_id, id) on delete cascade
);

-- What a person can do that not everybody can, for example a language.
alter table account add column skills text[] not null default '{}';

alter table leg drop constraint leg_party_check;
alter table leg add constraint leg_party_check check
  (party in ('caller', 'agent', 'clerk', 'citizen', 'overflow', 'consulted', 'outside', 'lead'));

alter table call drop constraint call_end_reason_check;
alter table call add constraint call_end_reason_check check
  (end_reason in ('abandoned', 'caller-hung-up', 'agent-hung-up', 'closed', 'handed-over', 'busy', 'failed',
                  'unknown-end', 'callback-promised', 'blocked', 'telephone-lost'));
alter table call drop constraint call_answer_cause_check;
alter table call add constraint call_answer_cause_check check
  (answer_cause in ('all-busy', 'none-signed-in', 'ring-no-answer', 'trunk-down', 'closed', 'caller-left', 'unknown'));
