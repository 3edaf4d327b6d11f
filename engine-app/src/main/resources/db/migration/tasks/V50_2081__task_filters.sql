-- The tasks of one kind in the order in which they are due, and those of cases whose number begins in a certain way.
create index tasks_task_open_of_type on tasks_task (organisation_id, type, due_at, id) include (claimed_by)
    where state = 'OPEN';
create index tasks_task_open_case_number_prefix on tasks_task (organisation_id, case_number text_pattern_ops)
    where state = 'OPEN';
