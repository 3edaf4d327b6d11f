create table organisation_import (
    id              uuid primary key,
    organisation_id uuid        not null references organisation_node,
    state           text        not null check (state in
        ('CHECKING', 'UNREADABLE', 'CHECKED', 'APPLYING', 'DONE', 'CANCELLED')),
    file_name       text        not null,
    sha256          text        not null,
    content         bytea,
    uploaded_by     uuid        not null,
    uploader        text        not null,
    uploaded_at     timestamptz not null,
    confirmed_by    uuid,
    confirmer       text,
    row_count       integer     not null,
    checked_count   integer     not null,
    problems        jsonb       not null,
    settled_at      timestamptz,
    version         bigint      not null
);
create index organisation_import_list on organisation_import (organisation_id, uploaded_at desc, id);
create index organisation_import_settled on organisation_import (settled_at) where settled_at is not null;
-- The same file of the same person is one import for as long as it is under way.
create unique index organisation_import_file on organisation_import (organisation_id, uploaded_by, sha256)
    where state in ('CHECKING', 'CHECKED', 'APPLYING');

comment on column organisation_import.content is 'the spreadsheet, until it has been checked';
comment on column organisation_import.settled_at is 'when it was last finished with; everything is deleted seven days later';

create table organisation_import_row (
    import_id  uuid    not null references organisation_import on delete cascade,
    seq        integer not null,
    sheet      text    not null check (sheet in ('PARTS', 'EMPLOYEES')),
    row_number integer not null,
    label      text    not null,
    action     text    not null check (action in ('ADD', 'CHANGE', 'MOVE', 'KEEP', 'NONE')),
    state      text    not null check (state in ('PLANNED', 'DONE', 'REFUSED')),
    plan       jsonb,
    changes    jsonb   not null,
    problems   jsonb   not null,
    result_id  uuid,
    primary key (import_id, seq)
);
create index organisation_import_row_left on organisation_import_row (import_id, seq) where state = 'PLANNED';
create index organisation_import_row_what on organisation_import_row (import_id, action, state, seq);
