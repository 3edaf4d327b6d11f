-- Links in mails that prove that a mailbox is the user's: each is good for once and for a while; only a hash is kept. The
-- address is the one that the mail went to.
create table access_mailed_link (
    code_hash  bytea       primary key,
    user_id    uuid        not null references access_user (id) on delete cascade,
    purpose    text        not null check (purpose in ('PASSWORD', 'EMAIL')),
    email      text        not null,
    expires_at timestamptz not null
);
create index access_mailed_link_by_user on access_mailed_link (user_id);
create index access_mailed_link_by_expiry on access_mailed_link (expires_at);
