create table cases_supply_link (
    code_hash bytea primary key check (octet_length(code_hash) = 32),
    case_id   uuid        not null,
    opened_at timestamptz not null,
    used_at   timestamptz
);
create index cases_supply_link_by_case on cases_supply_link (case_id);

comment on table cases_supply_link is 'with which residents supply their data; of the code only the SHA-256 is kept';
comment on column cases_supply_link.used_at is 'when something was sent with it: it has ended';
