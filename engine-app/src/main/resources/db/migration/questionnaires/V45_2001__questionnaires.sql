create table questionnaires_questionnaire (
    id              uuid primary key,
    organisation_id uuid        not null references organisation_node,
    code            text        not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
    created_at      timestamptz not null,
    retired_at      timestamptz,
    version         bigint      not null,
    constraint questionnaires_code_once unique (organisation_id, code)
);

create table questionnaires_version (
    id               uuid primary key,
    organisation_id  uuid        not null references organisation_node,
    questionnaire_id uuid        not null references questionnaires_questionnaire,
    number           int         not null check (number > 0),
    state            text        not null check (state in ('DRAFT', 'PUBLISHED', 'SUPERSEDED')),
    content          text        not null check (content is json object),
    saved_by         text        not null,
    saved_at         timestamptz not null,
    published_by     text,
    published_at     timestamptz,
    version          bigint      not null,
    constraint questionnaires_version_once unique (questionnaire_id, number),
    check ((state = 'DRAFT') = (published_at is null))
);
create unique index questionnaires_one_draft on questionnaires_version (questionnaire_id) where state = 'DRAFT';
create unique index questionnaires_one_published on questionnaires_version (questionnaire_id) where state = 'PUBLISHED';
create index questionnaires_version_of on questionnaires_version (organisation_id, state);

-- What was published is what answers are read by: whatever the application does, it stays.
create function questionnaires_keep_published() returns trigger language plpgsql as $$
begin
    if old.state <> 'DRAFT' and (tg_op = 'DELETE' or new.state = 'DRAFT'
            or (new.id, new.questionnaire_id, new.organisation_id, new.number, new.content)
                is distinct from (old.id, old.questionnaire_id, old.organisation_id, old.number, old.content)) then
        raise exception 'a published version of a questionnaire never changes';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger questionnaires_published_stays before update or delete on questionnaires_version
    for each row execute function questionnaires_keep_published();

create table questionnaires_filling (
    id               uuid primary key,
    organisation_id  uuid        not null references organisation_node,
    case_id          uuid        not null references cases_case,
    questionnaire_id uuid        not null references questionnaires_questionnaire,
    version_id       uuid        not null references questionnaires_version,
    state            text        not null check (state in ('OPEN', 'COMPLETED', 'REPLACED')),
    medical          boolean     not null,
    medical_contents text check (medical_contents is json object),
    contents         text check (contents is json object),
    begun_by         text        not null,
    begun_at         timestamptz not null,
    saved_by         text        not null,
    saved_at         timestamptz not null,
    completed_at     timestamptz,
    replaces_id      uuid references questionnaires_filling,
    version          bigint      not null,
    check (medical = (medical_contents is not null) and medical = (contents is null)),
    check ((state = 'OPEN') = (completed_at is null))
);
create index questionnaires_filling_by_case on questionnaires_filling (case_id, begun_at);
create index questionnaires_filling_by_version on questionnaires_filling (version_id);
create unique index questionnaires_one_open on questionnaires_filling (case_id, questionnaire_id) where state = 'OPEN';
create unique index questionnaires_one_correction on questionnaires_filling (replaces_id);

comment on table questionnaires_version is 'content: questions, options and score groups, written and read as a whole';
comment on table questionnaires_filling is 'answers and raw scores, in the column that the questionnaire''s setting names';
comment on column questionnaires_filling.medical_contents is 'opened by MEDICAL_VIEW only';
comment on column questionnaires_filling.replaces_id is 'what it corrects; once it is completed that one is REPLACED';
