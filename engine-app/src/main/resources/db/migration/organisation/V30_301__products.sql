create table organisation_product (
    municipality_id uuid        not null references organisation_municipality,
    product         text        not null,
    enabled         boolean     not null,
    switched_by     text        not null,
    switched_at     timestamptz not null,
    primary key (municipality_id, product)
);

comment on table organisation_product is 'products that were switched; one that is not here is on';
