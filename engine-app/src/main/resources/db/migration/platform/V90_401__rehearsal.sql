-- Each time that the clock of a rehearsal was moved.
create table platform_clock_advance (
    id         uuid        primary key,
    -- business time
    begun_at   timestamptz not null,
    target     timestamptz not null,
    reached    timestamptz not null,
    fell_due   jsonb       not null default '[]',
    -- real time
    started_at timestamptz not null,
    ended_at   timestamptz,
    -- what had not settled when it was given up
    failure    text,
    check (failure is null or ended_at is not null)
);
create index platform_clock_advance_latest on platform_clock_advance (started_at desc);
