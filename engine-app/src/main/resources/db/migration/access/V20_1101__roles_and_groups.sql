-- What users may do and where. A role that follows the shipped one (standard and not edited) stores no permissions: they
-- are those of the running version.
create table access_role (
    id              uuid    primary key,
    version         bigint  not null,
    organisation_id uuid,
    standard        text,
    name            text,
    employer_side   boolean not null,
    edited          boolean not null,
    constraint access_role_named check ((standard is null) = (name is not null) and name <> ''),
    constraint access_role_of_installation
        check ((organisation_id is null) = coalesce(standard = 'INSTALLATION_ADMINISTRATOR', false)),
    constraint access_role_of_organisation_key unique (id, organisation_id)
);
create unique index access_role_standard on access_role (organisation_id, standard) nulls not distinct
    where standard is not null;
create unique index access_role_name on access_role (organisation_id, lower(name));

create table access_role_permission (
    role_id    uuid not null references access_role (id) on delete cascade,
    permission text not null,
    primary key (role_id, permission)
);

create table access_group (
    id              uuid    primary key,
    version         bigint  not null,
    organisation_id uuid    not null,
    standard        boolean not null,
    name            text,
    constraint access_group_named check (standard = (name is null) and name <> '')
);
create unique index access_group_standard on access_group (organisation_id) where standard;
create unique index access_group_name on access_group (organisation_id, lower(name));

create table access_group_part (
    group_id   uuid    not null references access_group (id) on delete cascade,
    node_id    uuid    not null,
    with_below boolean not null,
    primary key (group_id, node_id)
);

create table access_user_group (
    user_id  uuid not null references access_user (id) on delete cascade,
    group_id uuid not null references access_group (id),
    primary key (user_id, group_id)
);
create index access_user_group_members on access_user_group (group_id);

comment on column access_role.employer_side is 'its people belong to an employer: it may hold nothing medical';
comment on column access_group.standard is 'the group of the whole organisation, one for each';

-- Users of before keep what they had: the shipped role, and the whole of their organisation.
insert into access_role (id, version, organisation_id, standard, employer_side, edited)
select gen_random_uuid(), 0, organisation_id, role, false, false
from (select organisation_id, role from access_user union select null, 'INSTALLATION_ADMINISTRATOR') held;

insert into access_group (id, version, organisation_id, standard)
select gen_random_uuid(), 0, organisation_id, true
from access_user
where organisation_id is not null
group by organisation_id;

insert into access_group_part (group_id, node_id, with_below)
select id, organisation_id, true
from access_group;

insert into access_user_group (user_id, group_id)
select u.id, g.id
from access_user u
join access_group g on g.organisation_id = u.organisation_id;

alter table access_user add column role_id uuid references access_role (id);
update access_user u set role_id = r.id
from access_role r
where r.standard = u.role and r.organisation_id is not distinct from u.organisation_id;
alter table access_user
    alter column role_id set not null,
    drop constraint access_user_installation_has_no_organisation,
    drop column role,
    add constraint access_user_role_of_organisation
        foreign key (role_id, organisation_id) references access_role (id, organisation_id);
create index access_user_role on access_user (role_id);
