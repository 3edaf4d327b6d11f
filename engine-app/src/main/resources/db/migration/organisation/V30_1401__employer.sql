create table organisation_employer (
    id                uuid primary key,
    organisation_id   uuid        not null,
    node_id           uuid        not null,
    name              text        not null check (length(name) <= 200),
    country           text        not null check (country ~ '^[A-Z]{2}$'),
    state             text        not null check (state in ('DRAFT', 'REGISTERED', 'PUBLISHED', 'CANCELLED')),
    drafted_by        uuid        not null,
    drafted_by_name   text        not null,
    drafted_at        timestamptz not null,
    worked_on_by      uuid        not null,
    worked_on_by_name text        not null,
    worked_on_at      timestamptz not null,
    reminded_at       timestamptz,
    reminder_due      timestamptz,
    published_at      timestamptz,
    cancelled_at      timestamptz,
    version           bigint      not null,
    check ((state = 'PUBLISHED') = (published_at is not null)),
    check ((state = 'CANCELLED') = (cancelled_at is not null)),
    check (node_id = case when state = 'PUBLISHED' then id else organisation_id end)
);
create index organisation_employer_by_name on organisation_employer (organisation_id, name, id);
create index organisation_employer_unpublished on organisation_employer (organisation_id, worked_on_at, id)
    where state in ('DRAFT', 'REGISTERED');

create table organisation_employer_item (
    employer_id uuid not null references organisation_employer,
    item        text not null,
    text        text not null check (length(text) between 1 and 254),
    primary key (employer_id, item)
);
create index organisation_employer_item_by_text on organisation_employer_item (item, text);

comment on column organisation_employer.node_id is 'by which permissions are asked: the organisation until it is published, then itself';
comment on column organisation_employer.reminder_due is 'the moment for which somebody was last reminded';
comment on table organisation_employer_item is 'what was typed into the registration, in its usual form where it could be read';
