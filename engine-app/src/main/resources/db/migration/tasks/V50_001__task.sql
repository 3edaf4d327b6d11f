create table tasks_task (
    id                   uuid primary key,
    element_instance_key bigint      not null unique,
    type                 text        not null,
    case_id              uuid        not null references cases_case,
    case_number          text        not null,
    subject              text        not null,
    organisation_id      uuid        not null,
    state                text        not null check (state in ('OPEN', 'COMPLETED', 'WITHDRAWN')),
    created_at           timestamptz not null,
    due_at               timestamptz not null,
    claimed_by           uuid,
    claimed_by_name      text,
    claimed_at           timestamptz,
    outcome              text,
    remark               text check (length(remark) <= 2000),
    ended_by             uuid,
    ended_by_name        text,
    ended_at             timestamptz,
    version              bigint      not null,
    check ((state = 'OPEN') = (ended_at is null)),
    check ((state = 'COMPLETED') = (outcome is not null))
);
create index tasks_task_open on tasks_task (organisation_id, due_at, id) where state = 'OPEN';
create index tasks_task_by_case on tasks_task (case_id, created_at);

comment on column tasks_task.element_instance_key is 'the engine''s element instance: one task for it, however often its job is delivered';
