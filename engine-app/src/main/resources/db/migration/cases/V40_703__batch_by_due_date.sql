-- A batch of a large municipality by final date: 50,000 rows are not gathered to show fifty.
create index cases_case_by_batch_and_due_date on cases_case (batch_id, due_at, id) where batch_id is not null;
