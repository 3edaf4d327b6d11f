-- Answers to creating POSTs that carried an Idempotency-Key, written in the transaction of what they created.
create table access_idempotency_key (
    account_id      text        not null,
    idempotency_key text        not null,
    fingerprint     bytea       not null,
    status          int,
    content_type    text,
    location        text,
    etag            text,
    body            bytea,
    created_at      timestamptz not null,
    primary key (account_id, idempotency_key)
);
create index access_idempotency_key_by_time on access_idempotency_key (created_at);
