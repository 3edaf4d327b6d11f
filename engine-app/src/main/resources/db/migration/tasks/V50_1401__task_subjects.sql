-- A task is about a case or, from now on, about something else, such as an employer.
alter table tasks_task add column subject_kind text;
alter table tasks_task add column subject_id uuid;
update tasks_task set subject_kind = 'CASE', subject_id = case_id;
alter table tasks_task alter column subject_kind set not null;
alter table tasks_task alter column subject_id set not null;
alter table tasks_task alter column case_id drop not null;
alter table tasks_task add check (subject_kind in ('CASE', 'EMPLOYER'));
alter table tasks_task add check ((subject_kind = 'CASE') = (case_id is not null));
create index tasks_task_by_subject on tasks_task (subject_id, created_at);

comment on column tasks_task.case_number is 'the number of the case, or by what else people name the subject; empty when there is nothing';
