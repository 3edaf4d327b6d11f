create table communication_bounce_mailbox (
    mailbox      text        primary key,
    uid_validity bigint      not null,
    last_uid     bigint      not null,
    understood   bigint      not null,
    left_behind  bigint      not null,
    read_at      timestamptz not null,
    failure      text
);
comment on table communication_bounce_mailbox is 'how far the mailbox was read to which mail servers send their notices';
comment on column communication_bounce_mailbox.uid_validity is 'the server''s numbering of its messages; with a new one everything is read again';
