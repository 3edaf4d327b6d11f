-- Tasks that are added to a case beside those of its own process, such as by a trigger.
create table tasks_added (
    id          uuid primary key,
    case_id     uuid        not null references cases_case,
    title       text        not null check (length(title) between 1 and 200),
    instruction text check (length(instruction) <= 4000),
    due_at      timestamptz not null,
    added_by    text        not null check (length(added_by) <= 200)
);
create index tasks_added_by_case on tasks_added (case_id);

alter table tasks_task add column title text check (length(title) between 1 and 200);
comment on column tasks_task.title is 'by which the task is known when its type says too little';

-- That a task was not done in time is noted once; triggers may follow.
alter table tasks_task add column overdue_at timestamptz;
create index tasks_task_not_yet_overdue on tasks_task (due_at) where state = 'OPEN' and overdue_at is null;
