-- Other systems that call the REST interface. The token is stored as its SHA-256, the TOTP secret encrypted (AES-GCM).
create table access_api_account (
    id                 uuid        primary key,
    version            bigint      not null,
    username           text        not null,
    description        text        not null,
    organisation_id    uuid,
    token_hash         bytea       not null,
    totp_secret        bytea       not null,
    last_accepted_step bigint      not null,
    active             boolean     not null,
    created_at         timestamptz not null,
    constraint access_api_account_username_key unique (username),
    constraint access_api_account_username_lower check (username = lower(username) and username <> '')
);
create index access_api_account_organisation on access_api_account (organisation_id);

create table access_api_account_permission (
    api_account_id uuid not null references access_api_account (id) on delete cascade,
    permission     text not null,
    primary key (api_account_id, permission)
);

-- Access tokens handed out; only the SHA-256 of each is kept.
create table access_token (
    token_hash     bytea       primary key,
    api_account_id uuid        not null references access_api_account (id) on delete cascade,
    issued_at      timestamptz not null,
    expires_at     timestamptz not null
);
create index access_token_by_account on access_token (api_account_id);
create index access_token_by_expiry on access_token (expires_at);
