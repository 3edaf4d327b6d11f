create table triggers_evaluation (
    event_id        uuid primary key,
    organisation_id uuid        not null,
    publication     bigint      not null,
    evaluated_at    timestamptz not null
);
comment on table triggers_evaluation is 'Each event that triggers may be about, once it was evaluated, and by which publication';

create table triggers_firing (
    id              uuid primary key,
    event_id        uuid        not null,
    event_type      text        not null,
    organisation_id uuid        not null,
    trigger_id      uuid        not null,
    version_id      uuid        not null,
    name            text        not null,
    subject_id      uuid        not null,
    depth           int         not null,
    fired_at        timestamptz not null,
    stopped         text check (stopped in ('DEPTH', 'RATE')),
    actions         int         not null,
    unique (event_id, version_id)
);
create index triggers_firing_by_trigger on triggers_firing (trigger_id, fired_at desc);
create index triggers_firing_by_subject on triggers_firing (trigger_id, subject_id, fired_at);
create index triggers_firing_stopped on triggers_firing (organisation_id, fired_at desc) where stopped is not null;
comment on column triggers_firing.stopped is 'why nothing was done: too many events led to it, or it fired too often';

create table triggers_action_run (
    firing_id uuid        not null references triggers_firing,
    position  int         not null,
    kind      text        not null,
    state     text        not null check (state in ('DONE', 'FAILED', 'SKIPPED')),
    code      text        not null,
    arguments text[]      not null,
    attempts  int         not null,
    at        timestamptz not null,
    primary key (firing_id, position)
);
create index triggers_action_run_failed on triggers_action_run (at desc) where state = 'FAILED';
comment on column triggers_action_run.arguments is 'ids and codes of what was done or refused; nothing personal';
