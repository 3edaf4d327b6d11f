-- The log of triggers lists what was evaluated, newest first, without asking the log of events.
alter table triggers_evaluation
    add column event_type  text,
    add column happened_at timestamptz,
    add column fired       int not null default 0;

update triggers_evaluation e
set event_type = s.type, happened_at = d.occurred_at,
    fired = (select count(*) from triggers_firing f where f.event_id = e.event_id)
from events_snapshot s join events_domain_event d on d.id = s.event_id
where s.event_id = e.event_id;

alter table triggers_evaluation
    alter column event_type set not null,
    alter column happened_at set not null,
    alter column fired drop default;

create index triggers_evaluation_listed on triggers_evaluation (organisation_id, event_id);
create index triggers_evaluation_by_type on triggers_evaluation (organisation_id, event_type, event_id);
create index triggers_evaluation_fired on triggers_evaluation (organisation_id, event_id) where fired > 0;

comment on column triggers_evaluation.fired is 'how many triggers fired, those that were stopped too';
comment on column triggers_evaluation.event_id is 'in the order in which events happened';
