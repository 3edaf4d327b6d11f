-- Who switched the reminders of a municipality on or off, and when; appended to. The newest holds; without any they are on.
create table reexamination_reminder_change (
    id              uuid primary key,
    municipality_id uuid        not null references organisation_municipality,
    reminders       boolean     not null,
    changed_by      uuid        not null,
    changed_by_name text        not null,
    changed_at      timestamptz not null
);
create index reexamination_reminder_change_newest on reexamination_reminder_change (municipality_id, id desc);
