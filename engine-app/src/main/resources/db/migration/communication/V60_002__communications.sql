create table communication_communication (
    id              uuid primary key,
    case_id         uuid        not null,
    municipality_id uuid        not null,
    kind            text        not null,
    channel         text        not null check (channel in ('MAIL', 'LETTER')),
    language        text        not null,
    template_number int         not null,
    batch_id        uuid,
    batch_index     int         check (batch_index >= 0),
    subject         text        not null,
    mail_id         uuid unique, -- the row in mail_outbox
    state           text        not null check (state in ('PREPARED', 'SENT', 'FAILED')),
    failure_code    text,
    failure_detail  text,
    created_at      timestamptz not null,
    sent_at         timestamptz,
    -- nobody is invited twice
    unique (case_id, kind, channel),
    check ((batch_id is null) = (batch_index is null)),
    check ((state = 'FAILED') = (failure_code is not null)),
    check ((state = 'SENT') = (sent_at is not null)),
    check (mail_id is null or channel = 'MAIL')
);

create index communication_communication_batch on communication_communication (batch_id, channel, batch_index)
    where batch_id is not null;

create table communication_document (
    communication_id uuid  primary key references communication_communication,
    media_type       text  not null,
    file_name        text  not null check (file_name ~ '^[A-Za-z0-9._-]+$'),
    size             int   not null check (size = octet_length(content)),
    sha256           bytea not null check (octet_length(sha256) = 32),
    content          bytea not null
);

-- a PDF is compressed already
alter table communication_document alter column content set storage external;
