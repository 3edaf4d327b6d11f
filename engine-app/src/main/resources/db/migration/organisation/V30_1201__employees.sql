-- Numbers in lists: 9 comes before 10.
create collation organisation_number (provider = icu, locale = 'nl-u-kn-true');

create function organisation_words(source text) returns text[] language sql immutable strict parallel safe
    return array_remove(regexp_split_to_array(lower(source), '[^[:alnum:]]+'), '');

create table organisation_job_function (
    id              uuid primary key,
    organisation_id uuid        not null references organisation_node,
    employer_id     uuid        not null references organisation_node,
    name            text        not null check (length(name) between 1 and 100),
    code            text        not null check (length(code) between 1 and 100),
    created_at      timestamptz not null,
    version         bigint      not null
);
create unique index organisation_job_function_name on organisation_job_function (employer_id, lower(name));
create unique index organisation_job_function_code on organisation_job_function (employer_id, lower(code));

create table organisation_employee (
    id                   uuid primary key,
    organisation_id      uuid        not null references organisation_node,
    employer_id          uuid        not null references organisation_node,
    number               text        collate organisation_number not null check (length(number) between 1 and 30),
    bsn                  text check (bsn ~ '^[0-9]{9}$'),
    initials             text        not null check (length(initials) between 1 and 20),
    first_name           text check (length(first_name) between 1 and 100),
    preferred_first_name text check (length(preferred_first_name) between 1 and 100),
    prefix               text check (length(prefix) between 1 and 20),
    last_name            text        not null check (length(last_name) between 1 and 100),
    birth_date           date,
    gender               text        not null check (gender in ('FEMALE', 'MALE', 'OTHER', 'UNKNOWN')),
    language             text check (language in ('NL', 'EN')),
    private_email        text,
    work_email           text,
    private_phone        text,
    work_phone           text,
    street               text check (length(street) between 1 and 100),
    house_number         text check (length(house_number) between 1 and 20),
    postcode             text check (length(postcode) between 1 and 12),
    city                 text check (length(city) between 1 and 100),
    country              text check (country ~ '^[A-Z]{2}$'),
    medical_note         text check (length(medical_note) between 1 and 4000),
    archived_at          timestamptz,
    created_at           timestamptz not null,
    version              bigint      not null,
    name                 text        not null
        generated always as (last_name || ', ' || initials || coalesce(' ' || prefix, '')) stored,
    words                text[]      not null
        generated always as (organisation_words(number || ' ' || initials || ' ' || last_name
            || coalesce(' ' || prefix, '') || coalesce(' ' || first_name, '')
            || coalesce(' ' || preferred_first_name, ''))) stored
);
create unique index organisation_employee_number on organisation_employee (employer_id, number);
create unique index organisation_employee_bsn on organisation_employee (employer_id, bsn) where bsn is not null;
create index organisation_employee_by_bsn on organisation_employee (organisation_id, bsn) where bsn is not null;

comment on column organisation_employee.medical_note is 'medical: for practitioners, never for an employer';

create table organisation_employment (
    id               uuid primary key,
    organisation_id  uuid          not null references organisation_node,
    employee_id      uuid          not null references organisation_employee,
    establishment_id uuid references organisation_node,
    department_id    uuid references organisation_node,
    job_function_id  uuid references organisation_job_function,
    number           text check (length(number) between 1 and 30),
    starts_on        date          not null,
    ends_on          date check (ends_on >= starts_on),
    part_time        numeric(5, 2) not null check (part_time > 0 and part_time <= 100),
    created_at       timestamptz   not null,
    version          bigint        not null
);
create index organisation_employment_employee on organisation_employment (employee_id);
create index organisation_employment_establishment on organisation_employment (establishment_id);
create index organisation_employment_department on organisation_employment (department_id);
create index organisation_employment_function on organisation_employment (job_function_id);
create unique index organisation_employment_number on organisation_employment (employee_id, number);

-- Where an employee is found: one row for each node that an employment, or the employer, lies in or below (ADR 0140).
-- Derived from organisation_employee_due_place, so without foreign keys of its own.
create table organisation_employee_place (
    employee_id  uuid    not null,
    node_id      uuid    not null,
    until        date    not null,
    direct_until date,
    archived     boolean not null,
    number       text    collate organisation_number not null,
    name         text    not null,
    primary key (employee_id, node_id)
);
create index organisation_employee_place_by_name
    on organisation_employee_place (node_id, archived, name, employee_id) include (until, direct_until);
create index organisation_employee_place_by_number
    on organisation_employee_place (node_id, archived, number, employee_id) include (until, direct_until);

comment on column organisation_employee_place.until is 'the last day on which somebody who reaches the node and all below it sees the employee';
comment on column organisation_employee_place.direct_until is 'the same for somebody who reaches the node alone; null: never';

-- By which words an employee is found. Derived from organisation_employee.words; the index holds all that a search and its
-- order need, so that no row is fetched for a name that many have.
create table organisation_employee_word (
    employee_id     uuid    not null,
    word            text    collate "C" not null,
    organisation_id uuid    not null,
    archived        boolean not null,
    number          text    collate organisation_number not null,
    name            text    not null,
    primary key (employee_id, word)
);
create index organisation_employee_word_search
    on organisation_employee_word (organisation_id, archived, word, name, employee_id) include (number);

-- What organisation_employee_place must hold. The employer always finds its employees; what lies below it until the
-- employment there has ended.
create view organisation_employee_due_place as
select anchor.employee_id, above.ancestor_id as node_id, max(anchor.until) as until,
    max(anchor.until) filter (where anchor.direct and above.distance = 0) as direct_until
from (select e.id as employee_id, e.employer_id as node_id, date 'infinity' as until,
            not exists (select from organisation_employment m where m.employee_id = e.id) as direct
        from organisation_employee e
        union all
        select m.employee_id, coalesce(m.department_id, m.establishment_id, e.employer_id),
            coalesce(m.ends_on, date 'infinity'), true
        from organisation_employment m join organisation_employee e on e.id = m.employee_id
        union all
        select m.employee_id, m.establishment_id, coalesce(m.ends_on, date 'infinity'), false
        from organisation_employment m
        where m.establishment_id is not null and m.department_id is not null) anchor
join organisation_node_above above on above.node_id = anchor.node_id
group by anchor.employee_id, above.ancestor_id;
