create table triggers_trigger (
    id              uuid primary key,
    organisation_id uuid        not null,
    name            text        not null check (length(name) between 1 and 100),
    description     text        not null check (length(description) <= 1000),
    changes         int         not null,
    changed_by      text        not null,
    changed_at      timestamptz not null,
    deleted_at      timestamptz,
    version         bigint      not null
);
create unique index triggers_trigger_name on triggers_trigger (organisation_id, lower(name)) where deleted_at is null;

comment on column triggers_trigger.deleted_at is 'gone from the list; its versions stay';

create table triggers_publication (
    number          bigint primary key,
    organisation_id uuid        not null,
    version_id      uuid        not null,
    change          text        not null check (change in ('PUBLISHED', 'RETIRED')),
    agreed_loops    text        not null,
    changed_by      text        not null,
    changed_at      timestamptz not null
);
create sequence triggers_publication_number;

comment on column triggers_publication.agreed_loops is 'triggers that may set each other off, which the publisher agreed to; empty for none';
comment on table triggers_publication is 'What runs, anew with each change of it; numbered in the order in which the changes were committed';

create table triggers_version (
    id           uuid primary key,
    trigger_id   uuid        not null references triggers_trigger,
    number       int         not null check (number >= 1),
    state        text        not null check (state in ('DRAFT', 'TESTED', 'PUBLISHED', 'RETIRED')),
    event        text        not null check (length(event) between 1 and 100),
    condition    jsonb       not null,
    actions      jsonb       not null,
    valid_from   date,
    valid_until  date,
    comment      text        not null check (length(comment) <= 200),
    written_by   text        not null,
    written_at   timestamptz not null,
    tested_how   text check (tested_how in ('BY_HAND', 'PAST_EVENT', 'REPLAY')),
    tested_by    text,
    tested_at    timestamptz,
    published_in bigint references triggers_publication,
    published_as text,
    published_by text,
    published_at timestamptz,
    retired_in   bigint references triggers_publication,
    retired_by   text,
    retired_at   timestamptz,
    unique (trigger_id, number),
    constraint triggers_version_tested check (state = 'DRAFT' or tested_at is not null),
    constraint triggers_version_published check ((state in ('PUBLISHED', 'RETIRED')) = (published_in is not null)
        and (published_in is null) = (published_as is null)),
    constraint triggers_version_retired check ((state = 'RETIRED') = (retired_in is not null)),
    constraint triggers_version_order check (retired_in > published_in),
    constraint triggers_version_validity check (valid_until >= valid_from)
);
create unique index triggers_version_open on triggers_version (trigger_id) where state in ('DRAFT', 'TESTED');
create unique index triggers_version_running on triggers_version (trigger_id) where state = 'PUBLISHED';
create index triggers_version_by_publication on triggers_version (published_in, retired_in) where published_in is not null;

comment on column triggers_version.published_as is 'the name of the trigger when it was published';
comment on column triggers_version.published_in is 'the first publication in which it runs';
comment on column triggers_version.retired_in is 'the first publication in which it runs no longer';
