create sequence cases_number;

create table cases_case (
    id              uuid primary key,
    number          text        not null unique,
    type            text        not null,
    organisation_id uuid        not null references organisation_municipality,
    subject         text        not null,
    batch_id        uuid,
    state           text        not null check (state in ('OPEN', 'CLOSED', 'CANCELLED')),
    stage           text        not null,
    outcome         text,
    due_at          timestamptz not null,
    opened_at       timestamptz not null,
    ended_at        timestamptz,
    version         bigint      not null,
    check ((state = 'OPEN') = (ended_at is null))
);
create index cases_case_by_organisation on cases_case (organisation_id, number desc);
create index cases_case_by_batch on cases_case (batch_id, number) where batch_id is not null;

comment on column cases_case.stage is 'how far an open case has come, in terms of its type';

create table cases_supplied_data (
    id          uuid primary key,
    case_id     uuid        not null references cases_case,
    data        jsonb       not null,
    supplied_by text        not null,
    supplied_at timestamptz not null
);
create index cases_supplied_data_by_case on cases_supplied_data (case_id, supplied_at);

create table cases_document (
    id          uuid primary key,
    case_id     uuid        not null references cases_case,
    file_name   text        not null,
    media_type  text        not null,
    size        bigint      not null,
    content     bytea       not null,
    supplied_by text        not null,
    supplied_at timestamptz not null
);
create index cases_document_by_case on cases_document (case_id, supplied_at);
alter table cases_document alter column content set storage external;
