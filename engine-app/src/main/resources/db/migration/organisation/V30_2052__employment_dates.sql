-- Triggers count days from and to when employments begin and end (ADR 0219).
create index organisation_employment_by_start on organisation_employment (organisation_id, starts_on, employee_id);
create index organisation_employment_by_end on organisation_employment (organisation_id, ends_on, employee_id)
    where ends_on is not null;
