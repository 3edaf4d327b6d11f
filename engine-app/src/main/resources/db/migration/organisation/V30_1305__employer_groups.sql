create table organisation_employer_group (
    id              uuid primary key,
    organisation_id uuid   not null references organisation_node,
    name            text   not null check (length(name) between 1 and 100),
    version         bigint not null
);
create unique index organisation_employer_group_name on organisation_employer_group (organisation_id, lower(name));

create table organisation_employer_group_member (
    group_id    uuid not null references organisation_employer_group,
    employer_id uuid not null references organisation_node,
    primary key (group_id, employer_id)
);
create index organisation_employer_group_member_employer on organisation_employer_group_member (employer_id);
