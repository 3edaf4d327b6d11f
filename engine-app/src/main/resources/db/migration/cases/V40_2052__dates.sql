-- Triggers count days from when a case was opened or ended (ADR 0219); cases_case_by_due_date serves the final date.
create index cases_case_by_opening on cases_case (organisation_id, opened_at, id);
create index cases_case_by_end on cases_case (organisation_id, ended_at, id) where ended_at is not null;
