create table organisation_finances (
    establishment_id uuid primary key references organisation_node,
    organisation_id  uuid   not null references organisation_node,
    debtor_number    text   not null check (length(debtor_number) <= 50),
    cost_centre      text   not null check (length(cost_centre) <= 50),
    cost_unit        text   not null check (length(cost_unit) <= 50),
    invoice_code     text   not null check (length(invoice_code) <= 50),
    version          bigint not null
);

comment on table organisation_finances is 'how establishments are known in the books; empty for what is not known';
