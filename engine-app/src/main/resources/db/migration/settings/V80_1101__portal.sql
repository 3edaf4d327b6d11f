-- How an organisation has arranged what its people find on the pages (A7); without a row everything stands as usual.
create table settings_portal (
    organisation_id uuid primary key,
    changed_by      uuid        not null,
    changed_by_name text        not null,
    changed_at      timestamptz not null,
    version         bigint      not null
);

-- How it offers each action link. Without labels a link has its usual name; it has both or none.
create table settings_portal_link (
    organisation_id uuid    not null references settings_portal,
    file            text    not null,
    link            text    not null,
    shown           boolean not null,
    form            text    not null check (form in ('BUTTON', 'MENU')),
    position        int     not null check (position between 1 and 99),
    label_nl        text    not null check (length(label_nl) <= 60),
    label_en        text    not null check (length(label_en) <= 60),
    primary key (organisation_id, file, link),
    check ((label_nl = '') = (label_en = ''))
);
