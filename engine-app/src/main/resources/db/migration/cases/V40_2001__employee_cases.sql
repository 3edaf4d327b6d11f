-- A case may also be about an employee: a provider owns it then, and it is reached by where the employee works (ADR 0185).
alter table cases_case drop constraint cases_case_organisation_id_fkey;
alter table cases_case
    add constraint cases_case_organisation foreign key (organisation_id) references organisation_node,
    add column employee_id uuid references organisation_employee,
    add column employer_id uuid references organisation_node,
    add column title       text check (length(title) between 1 and 200),
    add constraint cases_case_of_employee check (num_nonnulls(employee_id, employer_id, title) in (0, 3));

alter table cases_case alter column words
    set expression as (array_to_tsvector(cases_words(number || ' ' || subject || coalesce(' ' || title, ''))));

create index cases_case_by_employee on cases_case (employee_id, number) where employee_id is not null;
create index cases_case_by_employer on cases_case (employer_id, number) where employer_id is not null;

comment on column cases_case.subject is 'whom it is about, by name';
comment on column cases_case.title is 'what a case about an employee is about, as its opener put it';
