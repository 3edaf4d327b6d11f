-- Mail servers of senders (municipalities) that have their own. The password is sealed: an administrator of the database
-- can't read it.
create table mail_server (
    sender_id       uuid        primary key,
    host            text        not null check (host ~ '^[A-Za-z0-9.:-]{1,253}$'),
    port            int         not null check (port between 1 and 65535),
    security        text        not null check (security in ('TLS', 'STARTTLS', 'NONE')),
    username        text        not null,
    sealed_password bytea       check ((sealed_password is null) = (username = '')),
    from_name       text        not null check (from_name !~ '[[:cntrl:]]'),
    from_address    text        not null check (from_address !~ '[[:cntrl:]]'),
    changed_by      text        not null,
    changed_at      timestamptz not null
);

-- Whose mail it is; null: the platform's own. It decides through which server the mail leaves.
alter table mail_outbox add column sender_id uuid;
