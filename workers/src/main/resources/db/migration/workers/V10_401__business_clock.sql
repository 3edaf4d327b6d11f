-- How far business time is ahead of real time: moved by a rehearsal only, read by every application and worker.
create table business_clock (
    offset_millis bigint not null default 0 check (offset_millis >= 0)
);
create unique index business_clock_is_one on business_clock ((true));
insert into business_clock default values;
