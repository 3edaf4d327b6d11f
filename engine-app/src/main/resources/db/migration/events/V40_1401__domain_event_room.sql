-- The log moved to a room of its own: what happens to an employer is logged too.
alter table cases_domain_event rename to events_domain_event;
alter index cases_domain_event_by_case rename to events_domain_event_by_case;
alter index cases_domain_event_by_subject rename to events_domain_event_by_subject;
