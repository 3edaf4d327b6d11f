-- People who sign in. A user belongs to a municipality, or, without one, to the installation.
create table access_user (
    id              uuid        primary key,
    version         bigint      not null,
    username        text        not null,
    display_name    text        not null,
    email           text,
    password_hash   text        not null,
    organisation_id uuid,
    role            text        not null,
    language        text,
    active          boolean     not null,
    created_at      timestamptz not null,
    constraint access_user_username_key unique (username),
    constraint access_user_username_lower check (username = lower(username) and username <> ''),
    constraint access_user_language_known check (language in ('NL', 'EN')),
    constraint access_user_installation_has_no_organisation
        check ((role = 'INSTALLATION_ADMINISTRATOR') = (organisation_id is null))
);
create index access_user_organisation on access_user (organisation_id);
