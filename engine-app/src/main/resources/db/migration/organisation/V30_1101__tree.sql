-- Every change of a tree first locks its root's row, so that changes of one organisation's tree follow each other.
create table organisation_node (
    id          uuid primary key,
    root_id     uuid        not null references organisation_node,
    parent_id   uuid references organisation_node,
    kind        text        not null
        check (kind in ('PROVIDER', 'MUNICIPALITY', 'FOLDER', 'EMPLOYER', 'ESTABLISHMENT', 'DEPARTMENT')),
    name        text        not null check (length(name) between 1 and 200),
    code        text check (length(code) between 1 and 50),
    archived_at timestamptz,
    created_at  timestamptz not null,
    version     bigint      not null,
    constraint organisation_node_root check
        ((parent_id is null) = (id = root_id) and (parent_id is null) = (kind in ('PROVIDER', 'MUNICIPALITY')))
);

-- Employers may share a name: what tells them apart is their registration. Municipalities have an index of their own.
create unique index organisation_node_name on organisation_node (parent_id, kind, lower(name))
    where archived_at is null and kind in ('FOLDER', 'ESTABLISHMENT', 'DEPARTMENT');
create unique index organisation_node_provider on organisation_node (lower(name)) where kind = 'PROVIDER';
create unique index organisation_node_code on organisation_node (parent_id, kind, code) where archived_at is null;
create index organisation_node_kind on organisation_node (root_id, kind, lower(name));

create table organisation_node_above (
    node_id     uuid not null references organisation_node,
    ancestor_id uuid not null references organisation_node,
    distance    int  not null check (distance >= 0),
    primary key (node_id, ancestor_id),
    constraint organisation_node_above_itself check ((distance = 0) = (node_id = ancestor_id))
);
create index organisation_node_above_below on organisation_node_above (ancestor_id, node_id);

comment on table organisation_node is 'parts of organisations; the id of an employer, an establishment, ... is that of its node';
comment on table organisation_node_above is 'each node with all that lie above it, itself among them';

insert into organisation_node (id, root_id, kind, name, created_at, version)
select id, id, 'MUNICIPALITY', name, created_at, 0
from organisation_municipality;

insert into organisation_node_above (node_id, ancestor_id, distance)
select id, id, 0
from organisation_node;

alter table organisation_municipality
    add constraint organisation_municipality_node foreign key (id) references organisation_node;
