-- Triggers count days from when a case ended (ADR 0219); opening and final date have their indexes.
create index cases_case_by_end on cases_case (organisation_id, ended_at, id) where ended_at is not null;
