create table organisation_profile (
    organisation_id uuid primary key,
    changed_by      text        not null,
    changed_at      timestamptz not null,
    version         bigint      not null
);
create table organisation_profile_field (
    organisation_id uuid not null references organisation_profile,
    field           text not null,
    use             text not null check (use in ('HIDDEN', 'SHOWN', 'REQUIRED')),
    primary key (organisation_id, field)
);

create table organisation_widgets (
    organisation_id uuid primary key,
    changed_by      text        not null,
    changed_at      timestamptz not null,
    version         bigint      not null
);
create table organisation_widget_field (
    organisation_id uuid    not null references organisation_widgets,
    field           text    not null,
    shown           boolean not null,
    primary key (organisation_id, field)
);

comment on table organisation_profile is 'organisations that changed what "add employer" asks; a field that is not there is used as usual';
comment on table organisation_widgets is 'organisations that changed what widgets show; a field that is not there is shown as usual';
