create table mail_outbox (
    id            uuid        primary key,
    group_id      uuid,
    group_index   int         not null check (group_index >= 0),
    from_address  text        not null check (from_address !~ '[\r\n]'),
    to_address    text        not null check (to_address !~ '[\r\n]'),
    subject       text        not null check (subject !~ '[\r\n]'),
    text          text        not null,
    html          text        not null,
    language_tag  text        not null check (language_tag ~ '^[A-Za-z0-9-]+$'),
    state         text        not null default 'READY' check (state in ('READY', 'SENDING', 'SENT', 'FAILED')),
    attempts      int         not null default 0,
    -- until then nobody else takes it: it is being sent, or the server asked to come back later
    claimed_until timestamptz,
    last_error    text,
    created_at    timestamptz not null default now(),
    sent_at       timestamptz,
    failed_at     timestamptz,
    message_id    text,
    check ((state = 'SENT') = (sent_at is not null)),
    check ((state = 'FAILED') = (failed_at is not null))
    -- Room beside each row, and no index on what sending changes: claim and outcome stay on the row's page (HOT).
) with (fillfactor = 50);

create unique index mail_outbox_group on mail_outbox (group_id, group_index) where group_id is not null;
create index mail_outbox_failed on mail_outbox (failed_at) where failed_at is not null;
