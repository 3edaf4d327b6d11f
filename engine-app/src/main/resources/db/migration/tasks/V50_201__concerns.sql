alter table tasks_task add column concerns uuid;
comment on column tasks_task.concerns is 'what within the case the task is about, such as the mail that bounced';
