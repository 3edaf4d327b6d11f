-- For what consultations an organisation holds. The code is what rules and programs know a type by: it stays (ADR 0210).
create table agenda_consultation_type (
    id                  uuid primary key,
    organisation_id     uuid        not null references organisation_node,
    code                text        not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 40),
    name_nl             text check (length(name_nl) between 1 and 80),
    name_en             text check (length(name_en) between 1 and 80),
    minutes             int         not null check (minutes between 5 and 480),
    preferred_case_type text,
    no_duplicates       boolean     not null,
    retired_at          timestamptz,
    created_at          timestamptz not null,
    version             bigint      not null,
    check (num_nonnulls(name_nl, name_en) > 0)
);
create unique index agenda_consultation_type_code on agenda_consultation_type (organisation_id, code);
create unique index agenda_consultation_type_name_nl on agenda_consultation_type (organisation_id, lower(name_nl))
    where retired_at is null;
create unique index agenda_consultation_type_name_en on agenda_consultation_type (organisation_id, lower(name_en))
    where retired_at is null;

-- That an appointment is wanted for an employee.
create table agenda_appointment_request (
    id                     uuid primary key,
    organisation_id        uuid        not null references organisation_node,
    employee_id            uuid        not null references organisation_employee,
    employer_id            uuid        not null references organisation_node,
    consultation_type_id   uuid        not null references agenda_consultation_type,
    case_id                uuid references cases_case,
    state                  text        not null check (state in ('DRAFT', 'OPEN', 'WITHDRAWN')),
    sole                   boolean     not null,
    saturday_allowed       boolean     not null,
    sunday_holiday_allowed boolean     not null,
    desired_from           date,
    desired_until          date check (desired_until >= desired_from),
    remark                 text check (length(remark) between 1 and 1000),
    requested_by           uuid        not null,
    requested_by_name      text        not null,
    created_at             timestamptz not null,
    origin_key             text check (length(origin_key) between 1 and 100),
    origin_name            text check (length(origin_name) between 1 and 200),
    opened_at              timestamptz,
    opened_by_name         text,
    withdrawn_at           timestamptz,
    withdrawn_by_name      text,
    version                bigint      not null,
    check ((origin_key is null) = (origin_name is null)),
    check ((opened_at is null) = (opened_by_name is null)),
    check ((withdrawn_at is null) = (withdrawn_by_name is null)),
    check (state <> 'OPEN' or opened_at is not null),
    check ((state = 'WITHDRAWN') = (withdrawn_at is not null))
);
-- A type may forbid a second open request for the same employee (A35).
create unique index agenda_appointment_request_sole on agenda_appointment_request (employee_id, consultation_type_id)
    where sole and state = 'OPEN';
create unique index agenda_appointment_request_origin on agenda_appointment_request (organisation_id, origin_key);
create index agenda_appointment_request_by_age on agenda_appointment_request (organisation_id, created_at, id);
create index agenda_appointment_request_by_state
    on agenda_appointment_request (organisation_id, state, created_at, id);
create index agenda_appointment_request_of_employee on agenda_appointment_request (employee_id, created_at, id);
create index agenda_appointment_request_of_type on agenda_appointment_request (consultation_type_id);
create index agenda_appointment_request_about_case on agenda_appointment_request (case_id);

comment on column agenda_appointment_request.sole is 'of a type that forbade a second open one when this was opened';
comment on column agenda_appointment_request.origin_key is 'by which a repeat is recognised, when no person asked';
