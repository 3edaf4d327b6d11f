-- What happened to the security of an account, for its user to read. Repeated refusals of one hour are one row.
create table access_security_event (
    id      uuid        primary key,
    user_id uuid        not null references access_user (id) on delete cascade,
    kind    text        not null,
    at      timestamptz not null,
    address text        not null,
    device  text        not null,
    by_name text        not null,
    times   int         not null check (times > 0)
);
create index access_security_event_by_user on access_security_event (user_id, at desc, id desc);
create index access_security_event_by_time on access_security_event (at);

-- Users whose password somebody else knows: they choose another before they go on.
-- Who reset one by the command has no application running that could tell the user: it is told when one does.
create table access_password_change_due (
    user_id    uuid        primary key references access_user (id) on delete cascade deferrable initially deferred,
    since      timestamptz not null,
    to_be_told boolean     not null default false
);
