-- What was planned for requests, and when employees are reminded of it.
alter table agenda_consultation_type add reminder_days int check (reminder_days between 1 and 30);

alter table agenda_appointment_request
    drop constraint agenda_appointment_request_state_check,
    add constraint agenda_appointment_request_state_check
        check (state in ('DRAFT', 'OPEN', 'PLANNED', 'SETTLED', 'WITHDRAWN'));
-- A type may forbid a second open request or planned appointment for the same employee (A35).
drop index agenda_appointment_request_sole;
create unique index agenda_appointment_request_sole on agenda_appointment_request (employee_id, consultation_type_id)
    where sole and state in ('OPEN', 'PLANNED');

create table agenda_appointment (
    id                   uuid primary key,
    organisation_id      uuid        not null references organisation_node,
    employee_id          uuid        not null references organisation_employee,
    employer_id          uuid        not null references organisation_node,
    consultation_type_id uuid        not null references agenda_consultation_type,
    request_id           uuid        not null references agenda_appointment_request,
    case_id              uuid references cases_case,
    state                text        not null
        check (state in ('PLANNED', 'COMPLETED', 'NO_SHOW', 'CANCELLED', 'LAPSED')),
    starts_at            timestamptz not null,
    ends_at              timestamptz not null check (ends_at > starts_at),
    place                text check (length(place) between 1 and 200),
    planned_by_name      text        not null,
    planned_at           timestamptz not null,
    ended_by_name        text,
    ended_at             timestamptz,
    reason               text check (length(reason) between 1 and 500),
    reminder_due_at      timestamptz,
    reminder_sent_at     timestamptz,
    reminder_fault       text check (reminder_fault in ('NO_ADDRESS', 'ARCHIVED')),
    version              bigint      not null,
    check ((ended_at is null) = (ended_by_name is null)),
    check ((state = 'PLANNED') = (ended_at is null))
);
-- A request has one appointment that was not called off.
create unique index agenda_appointment_of_request on agenda_appointment (request_id) where state <> 'CANCELLED';
create index agenda_appointment_by_start on agenda_appointment (organisation_id, starts_at, id);
create index agenda_appointment_by_state on agenda_appointment (organisation_id, state, starts_at, id);
create index agenda_appointment_of_employee on agenda_appointment (employee_id, starts_at, id);
create index agenda_appointment_of_type on agenda_appointment (consultation_type_id);
create index agenda_appointment_about_case on agenda_appointment (case_id);
create index agenda_appointment_to_remind on agenda_appointment (reminder_due_at)
    where state = 'PLANNED' and reminder_sent_at is null;
