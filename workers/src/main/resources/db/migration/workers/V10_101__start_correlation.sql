-- A thing may get a process again, under a business key of its own: the newest start about it is the one that counts.
alter table engine_start add column correlation_key uuid;
update engine_start set correlation_key = business_key;
alter table engine_start alter column correlation_key set not null;
create index engine_start_about on engine_start (correlation_key, requested_at desc);

comment on column engine_start.correlation_key is 'id of the thing that the process is about';
