create index tasks_task_claimed on tasks_task (claimed_by, due_at, id) where state = 'OPEN' and claimed_by is not null;
