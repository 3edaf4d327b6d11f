-- API accounts reach what their groups say (A42). Those of before keep what they had: the whole of their organisation.
create table access_api_account_group (
    api_account_id uuid not null references access_api_account (id) on delete cascade,
    group_id       uuid not null references access_group (id),
    primary key (api_account_id, group_id)
);
create index access_api_account_group_members on access_api_account_group (group_id);

with missing as (
    insert into access_group (id, version, organisation_id, standard)
    select gen_random_uuid(), 0, organisation_id, true
    from access_api_account
    where organisation_id is not null
    group by organisation_id
    on conflict do nothing
    returning id, organisation_id)
insert into access_group_part (group_id, node_id, with_below)
select id, organisation_id, true
from missing;

insert into access_api_account_group (api_account_id, group_id)
select a.id, g.id
from access_api_account a
join access_group g on g.organisation_id = a.organisation_id and g.standard;
