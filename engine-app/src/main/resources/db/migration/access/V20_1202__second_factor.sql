-- One-time codes by time (TOTP) as the second step of signing in. The secret is encrypted (AES-GCM); without a moment of
-- confirmation it is being set up and asks nothing yet.
create table access_second_factor (
    user_id            uuid        primary key references access_user (id) on delete cascade,
    version            bigint      not null,
    secret             bytea       not null,
    last_accepted_step bigint      not null,
    confirmed_at       timestamptz
);

-- Codes for who has lost the authenticator: each is good for once; only a hash is kept.
create table access_recovery_code (
    user_id   uuid  not null references access_second_factor (user_id) on delete cascade,
    code_hash bytea not null,
    used_at   timestamptz,
    primary key (user_id, code_hash)
);

-- Whose users must have a second factor: an organisation's, or those of the installation (the nil UUID).
create table access_second_factor_required (
    scope uuid        primary key,
    since timestamptz not null
);
