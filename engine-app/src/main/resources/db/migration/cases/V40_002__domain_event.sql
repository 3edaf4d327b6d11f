create table cases_domain_event (
    id              uuid primary key,
    type            text        not null,
    schema_version  int         not null,
    organisation_id uuid        not null,
    subject_id      uuid        not null,
    case_id         uuid,
    occurred_at     timestamptz not null,
    actor_id        uuid        not null,
    actor_kind      text        not null,
    actor_name      text        not null,
    cause_id        uuid,
    depth           int         not null,
    before_change   jsonb,
    after_change    jsonb,
    facts           jsonb       not null
);
create index cases_domain_event_by_case on cases_domain_event (case_id, id) where case_id is not null;
create index cases_domain_event_by_subject on cases_domain_event (subject_id, id);

comment on table cases_domain_event is 'What happened, in order; appended to, never changed';
comment on column cases_domain_event.subject_id is 'the aggregate that changed';
comment on column cases_domain_event.cause_id is 'the event that led to this one';
comment on column cases_domain_event.depth is 'how many events led to this one';
