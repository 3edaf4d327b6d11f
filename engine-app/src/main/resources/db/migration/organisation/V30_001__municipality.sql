create table organisation_municipality (
    id           uuid primary key,
    name         text        not null unique check (length(name) between 1 and 100),
    department   text        not null check (length(department) between 1 and 100),
    street       text        not null,
    house_number text        not null,
    postcode     text        not null,
    city         text        not null,
    phone        text        not null,
    email        text        not null,
    created_at   timestamptz not null,
    version      bigint      not null
);
