create table organisation_parameter (
    id              uuid primary key,
    organisation_id uuid    not null references organisation_node,
    node_id         uuid    not null references organisation_node,
    code            text    not null check (length(code) between 1 and 80),
    enabled         boolean not null,
    value           text    not null check (length(value) <= 500),
    version         bigint  not null,
    constraint organisation_parameter_once unique (node_id, code)
);

create table organisation_parameter_change (
    id         uuid primary key,
    node_id    uuid        not null references organisation_node,
    code       text        not null,
    kind       text        not null check (kind in ('ADDED', 'SWITCHED_ON', 'SWITCHED_OFF', 'CHANGED', 'REMOVED')),
    value      text        not null,
    changed_by text        not null,
    changed_at timestamptz not null
);
create index organisation_parameter_change_of on organisation_parameter_change (node_id, code, changed_at desc);

comment on table organisation_parameter is 'parameters that an organisation or an employer added; their values hold while enabled';
comment on table organisation_parameter_change is 'who did what to them; kept when the parameter is removed';
