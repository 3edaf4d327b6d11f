-- What users agree to before they go on (A9). A published version is never changed; it may be withdrawn.
create table access_agreement (
    id           uuid        primary key,
    version      bigint      not null,
    kind         text        not null check (kind in ('USER_AGREEMENT', 'SERVICE_DESCRIPTION', 'SECURITY_APPROACH', 'TERMS')),
    number       text        not null check (length(number) between 1 and 20),
    valid_from   date        not null,
    valid_until  date        check (valid_until >= valid_from),
    text_nl      text        not null check (text_nl <> ''),
    text_en      text        not null check (text_en <> ''),
    published_at timestamptz not null,
    published_by text        not null,
    withdrawn_at timestamptz,
    constraint access_agreement_number_key unique (kind, number)
);
create unique index access_agreement_start_key on access_agreement (kind, valid_from) where withdrawn_at is null;

create table access_agreement_acceptance (
    agreement_id uuid        not null references access_agreement (id),
    user_id      uuid        not null references access_user (id) on delete cascade,
    accepted_at  timestamptz not null,
    language     text        not null check (language in ('NL', 'EN')),
    primary key (agreement_id, user_id)
);
create index access_agreement_acceptance_by_user on access_agreement_acceptance (user_id);
