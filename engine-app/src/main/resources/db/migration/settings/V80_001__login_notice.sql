-- What the sign-in page announces while it is visible; without an end it stays until it is removed.
create table settings_login_notice (
    id            uuid primary key,
    kind          text        not null check (kind in ('INFORMATION', 'TROUBLE')),
    text_nl       text        not null check (length(text_nl) between 1 and 500),
    text_en       text        not null check (length(text_en) between 1 and 500),
    visible_from  timestamptz not null,
    visible_until timestamptz check (visible_until > visible_from),
    version       bigint      not null
);
