create table reexamination_batch (
    id              uuid primary key,
    municipality_id uuid        not null references organisation_municipality,
    state           text        not null check (state in
        ('CHECKED', 'REJECTED', 'CREATING', 'CREATED', 'DISPATCHING', 'DISPATCHED', 'DISCARDED')),
    file_name       text        not null,
    sha256          text        not null,
    row_count       int         not null,
    mail_count      int         not null,
    letter_count    int         not null,
    both_count      int         not null,
    error_count     int         not null,
    sheet           jsonb       not null,
    uploaded_by     text        not null,
    uploaded_at     timestamptz not null,
    requested_by    uuid,
    dispatched_at   timestamptz,
    version         bigint      not null
);
-- The same file for the same municipality is the same batch, until it is discarded.
create unique index reexamination_batch_file on reexamination_batch (municipality_id, sha256)
    where state <> 'DISCARDED';
create index reexamination_batch_list on reexamination_batch (municipality_id, uploaded_at desc);
create index reexamination_batch_expiring on reexamination_batch (uploaded_at) where state = 'REJECTED';

comment on column reexamination_batch.sheet is 'the preview of the spreadsheet with its marked cells, and what was repaired';

create table reexamination_cell_error (
    batch_id   uuid   not null references reexamination_batch on delete cascade,
    seq        int    not null,
    row_number int    not null,
    column_name text  not null,
    code       text   not null,
    message_key text  not null,
    arguments  jsonb  not null,
    primary key (batch_id, seq)
);

create table reexamination_resident (
    batch_id       uuid not null references reexamination_batch on delete cascade,
    row_index      int  not null,
    row_number     int  not null,
    bsn            text not null,
    initials       text not null,
    infix          text,
    surname        text not null,
    birth_date     date not null,
    street         text not null,
    house_number   text not null,
    addition       text,
    postcode       text not null,
    city           text not null,
    email          text,
    phone          text,
    preference     text not null check (preference in ('EMAIL', 'BRIEF', 'BEIDE')),
    scheme         text not null,
    final_date     date not null,
    case_id        uuid unique references cases_case,
    case_number    text,
    creation       text not null check (creation in ('PENDING', 'CREATED', 'FAILED')),
    dispatch_index int,
    dispatch       text check (dispatch in ('PENDING', 'INVITED', 'FAILED')),
    failure        text,
    primary key (batch_id, row_index),
    unique (batch_id, dispatch_index),
    check (email is not null or preference = 'BRIEF'),
    check ((creation = 'CREATED') = (case_id is not null))
);
create index reexamination_resident_pending on reexamination_resident (batch_id, row_index)
    where creation = 'PENDING';

comment on column reexamination_resident.row_number is 'the spreadsheet''s own; the header is row 1';
comment on column reexamination_resident.dispatch_index is 'place in the dispatch, from 0; ranges of jobs go by it';
comment on column reexamination_resident.failure is 'code of what went wrong in the last phase';

-- At most one open case per resident and scheme, whoever opens it from whichever file.
create table reexamination_open_case (
    municipality_id uuid not null,
    bsn             text not null,
    scheme          text not null,
    case_id         uuid not null unique references cases_case deferrable initially deferred,
    primary key (municipality_id, bsn, scheme)
);
