create table triggers_replay (
    id              uuid primary key,
    organisation_id uuid        not null,
    trigger_id      uuid        not null references triggers_trigger,
    number          int         not null,
    event           text        not null,
    condition       jsonb       not null,
    actions         jsonb       not null,
    valid_from      date,
    valid_until     date,
    publication     bigint      not null,
    first_day       date        not null,
    last_day        date        not null,
    state           text        not null check (state in ('RUNNING', 'DONE', 'CANCELLED')),
    total           bigint      not null,
    looked_at       bigint      not null default 0,
    reached         uuid,
    fires_both      bigint      not null default 0,
    fires_now_only  bigint      not null default 0,
    fired_only      bigint      not null default 0,
    asked_by        text        not null,
    asked_at        timestamptz not null,
    ended_at        timestamptz,
    check (last_day >= first_day),
    check ((state = 'RUNNING') = (ended_at is null))
);
create unique index triggers_replay_running on triggers_replay (trigger_id) where state = 'RUNNING';
create index triggers_replay_by_trigger on triggers_replay (trigger_id, asked_at desc);

comment on table triggers_replay is 'What a draft would have done at the events of a period; nothing was executed';
comment on column triggers_replay.publication is 'what was published when it was asked for: it is compared with that; 0 for nothing';
comment on column triggers_replay.reached is 'the last event that was looked at: a replay goes on from there';

create table triggers_replay_hit (
    replay_id uuid not null references triggers_replay on delete cascade,
    event_id  uuid not null,
    compared  text not null check (compared in ('BOTH', 'NOW_ONLY', 'BEFORE_ONLY')),
    primary key (replay_id, event_id)
);
create index triggers_replay_hit_compared on triggers_replay_hit (replay_id, compared, event_id);
