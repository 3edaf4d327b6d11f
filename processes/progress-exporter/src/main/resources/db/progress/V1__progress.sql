-- What the engine's records say about progress. Written by the exporter alone; everyone else reads.
-- Run by the owner of schema "progress", before the broker starts.
-- Times are the engine's, but for exporter_position.exported_at. Keys are the engine's and hold the partition's number.

create table progress.installation (
    id uuid primary key
);
create unique index installation_is_one on progress.installation ((true));
comment on table progress.installation is 'To which engine this projection belongs; one row';

create table progress.exporter_position (
    partition_id     integer     primary key,
    position         bigint      not null,
    record_timestamp timestamptz,
    exported_at      timestamptz not null,
    lag_millis       bigint      not null
);
comment on column progress.exporter_position.position is 'All records up to and including this one are in the projection';
comment on column progress.exporter_position.exported_at is 'Last sign of life, in real time; at most some seconds old while the exporter runs';
comment on column progress.exporter_position.lag_millis is 'How far the projection was behind the engine at exported_at';

create table progress.process_instance (
    key                    bigint  primary key,
    process_id             text    not null,
    version                integer not null,
    process_definition_key bigint  not null,
    parent_key             bigint,
    state                  text    not null check (state in ('ACTIVE', 'COMPLETED', 'TERMINATED')),
    started_at             timestamptz,
    ended_at               timestamptz,
    check ((state = 'ACTIVE') = (ended_at is null))
);
comment on column progress.process_instance.started_at is 'Null when it started before the exporter was installed';
create index process_instance_active on progress.process_instance (process_id) where state = 'ACTIVE';
create index process_instance_parent on progress.process_instance (parent_key) where parent_key is not null;

create table progress.element (
    key                  bigint primary key,
    process_instance_key bigint not null,
    element_id           text   not null,
    element_type         text   not null,
    state                text   not null check (state in ('ACTIVE', 'COMPLETED', 'TERMINATED')),
    started_at           timestamptz,
    ended_at             timestamptz,
    check ((state = 'ACTIVE') = (ended_at is null))
);
comment on column progress.element.started_at is 'Null when it started before the exporter was installed';
create index element_process_instance on progress.element (process_instance_key);

create table progress.user_task (
    key                  bigint      primary key,
    element_instance_key bigint      not null unique,
    process_instance_key bigint      not null,
    element_id           text        not null,
    state                text        not null check (state in ('CREATED', 'COMPLETED', 'CANCELED')),
    changed_at           timestamptz not null
);
create index user_task_process_instance on progress.user_task (process_instance_key);

create table progress.timer (
    key                  bigint      primary key,
    element_instance_key bigint,
    process_instance_key bigint,
    element_id           text        not null,
    due_at               timestamptz not null,
    state                text        not null check (state in ('ACTIVE', 'TRIGGERED', 'CANCELED'))
);
comment on column progress.timer.process_instance_key is 'Null for the timer of a start event';
create index timer_process_instance on progress.timer (process_instance_key);
create index timer_due on progress.timer (due_at) where state = 'ACTIVE';

create table progress.incident (
    key                  bigint primary key,
    process_instance_key bigint,
    element_instance_key bigint,
    element_id           text   not null,
    error_type           text   not null,
    message              text   not null check (length(message) <= 2000),
    job_key              bigint,
    state                text   not null check (state in ('ACTIVE', 'RESOLVED')),
    created_at           timestamptz,
    resolved_at          timestamptz,
    check ((state = 'ACTIVE') = (resolved_at is null))
);
comment on column progress.incident.job_key is 'The job that needs new retries before the incident is resolved; null when no job failed';
create index incident_process_instance on progress.incident (process_instance_key);
create index incident_open on progress.incident (created_at, key) where state = 'ACTIVE';
