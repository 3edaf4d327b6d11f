create table organisation_contact_person (
    id              uuid primary key,
    organisation_id uuid not null references organisation_node,
    node_id         uuid not null references organisation_node,
    name            text not null check (length(name) between 1 and 100),
    function        text check (length(function) between 1 and 100),
    email           text check (length(email) <= 254),
    phone           text check (phone ~ '^\+[0-9]{4,15}$'),
    mobile          text check (mobile ~ '^\+[0-9]{4,15}$'),
    language        text check (language in ('NL', 'EN')),
    preferred       boolean not null,
    archived_at     timestamptz,
    created_at      timestamptz not null,
    version         bigint not null,
    constraint organisation_contact_person_archived check (archived_at is null or not preferred)
);
create index organisation_contact_person_of on organisation_contact_person (node_id);
create unique index organisation_contact_person_preferred on organisation_contact_person (node_id) where preferred;
