-- Browsers and networks from which an account was signed in to: strangers' attempts do not slow these down. Both the key
-- and the account are hashes.
create table access_familiar (
    key     bytea       primary key,
    account bytea       not null,
    seen_at timestamptz not null
);
create index access_familiar_by_account on access_familiar (account);
create index access_familiar_by_time on access_familiar (seen_at);
