-- Why a version was saved.
alter table communication_template_version add column comment text not null default '' check (length(comment) <= 200);

-- how much was made with each version of a template
create index communication_communication_template
    on communication_communication (municipality_id, kind, language, template_number);
