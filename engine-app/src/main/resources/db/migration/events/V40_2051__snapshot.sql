-- What was known when an event happened: triggers are evaluated and replayed on it. No foreign key: events come in thousands.
create table events_snapshot (
    event_id        uuid primary key,
    organisation_id uuid  not null,
    type            text  not null,
    happened_on     date  not null,
    knowledge       jsonb not null
);
create index events_snapshot_by_type on events_snapshot (organisation_id, type, event_id) include (happened_on);

comment on column events_snapshot.happened_on is 'day in the installation''s time zone';
comment on column events_snapshot.knowledge is 'ids of things, values of fields, which the event changed and what they were; nothing personal';

-- Events whose triggers have not been evaluated yet; a row goes in the transaction that evaluates.
create table events_awaiting (
    event_id uuid primary key
);
