create table communication_template (
    id              uuid primary key,
    municipality_id uuid        not null,
    kind            text        not null,
    language        text        not null,
    number          int         not null check (number >= 1),
    subject         text        not null check (length(subject) between 1 and 150),
    body            text        not null check (length(body) between 1 and 20000),
    updated_by      text        not null,
    updated_at      timestamptz not null,
    version         bigint      not null,
    unique (municipality_id, kind, language)
);

-- What each number of a template said, the present one too: a letter can always be traced to its text.
create table communication_template_version (
    template_id uuid        not null references communication_template,
    number      int         not null,
    subject     text        not null,
    body        text        not null,
    saved_by    text        not null,
    saved_at    timestamptz not null,
    primary key (template_id, number)
);
