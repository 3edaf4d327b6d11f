-- Each order of the list of open tasks is read from an index; the dashboard counts without fetching rows.
create index tasks_task_open_by_creation on tasks_task (organisation_id, created_at, id) where state = 'OPEN';
create index tasks_task_open_by_case_number on tasks_task (organisation_id, case_number, id) where state = 'OPEN';
create index tasks_task_open_by_subject on tasks_task (organisation_id, subject, id) where state = 'OPEN';
create index tasks_task_open_by_type on tasks_task (organisation_id, type, id) where state = 'OPEN';
drop index tasks_task_open;
create index tasks_task_open on tasks_task (organisation_id, due_at, id) include (claimed_by) where state = 'OPEN';
create index tasks_task_open_elements on tasks_task (element_instance_key) where state = 'OPEN';
