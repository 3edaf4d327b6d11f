-- Who changed what, and who looked at which file. Both are appended to freely; a job puts what has been committed into
-- sealed blocks. What the database refuses whoever owns it can still bring about: that, the seal shows.

create table access_change (
    id              uuid        primary key, -- UUID version 7: in order of time
    at              timestamptz not null,
    organisation_id uuid        not null,    -- all zeros: the installation
    node_id         uuid        not null,    -- where in the organisation's tree the object lies
    actor_id        uuid        not null,
    actor_kind      text        not null,
    actor_name      text        not null,
    behalf_id       uuid,                    -- for whom the actor acted
    behalf_name     text,
    action          text        not null,
    object_kind     text        not null,
    object_id       uuid        not null,
    details         jsonb       not null,    -- what changed from what to what; personal values are left out
    correlation_id  text,
    block           bigint,                  -- in which it is sealed
    constraint access_change_behalf check ((behalf_id is null) = (behalf_name is null))
);
create index access_change_of_organisation on access_change (organisation_id, id);
create index access_change_by_object on access_change (object_id, id);
create index access_change_by_actor on access_change (actor_id, id);
create index access_change_by_behalf on access_change (behalf_id, id) where behalf_id is not null;
create index access_change_unsealed on access_change (id) where block is null;
create index access_change_by_block on access_change using brin (block) with (pages_per_range = 16, autosummarize = on);

create table access_look (
    id              uuid        primary key,
    at              timestamptz not null,
    organisation_id uuid        not null,
    node_id         uuid        not null,
    actor_id        uuid        not null,
    actor_kind      text        not null,
    actor_name      text        not null,
    behalf_id       uuid,
    behalf_name     text,
    part            text        not null,    -- of the file
    file_kind       text        not null,
    file_id         uuid        not null,
    correlation_id  text,
    block           bigint,
    constraint access_look_behalf check ((behalf_id is null) = (behalf_name is null))
);
create index access_look_of_organisation on access_look (organisation_id, id);
create index access_look_by_file on access_look (file_id, id);
create index access_look_by_actor on access_look (actor_id, id);
create index access_look_by_behalf on access_look (behalf_id, id) where behalf_id is not null;
create index access_look_unsealed on access_look (id) where block is null;
create index access_look_by_block on access_look using brin (block) with (pages_per_range = 16, autosummarize = on);

-- What is left of a block when its rows have been removed still proves that they were there.
create table access_sealed_block (
    log           text        not null,
    number        bigint      not null,
    rows          integer     not null,
    first_at      timestamptz not null,
    last_at       timestamptz not null,
    sealed_at     timestamptz not null,
    previous_hash bytea       not null,
    rows_hash     bytea       not null,
    hash          bytea       not null,
    removed_at    timestamptz, -- when its rows were removed, being older than they are kept
    primary key (log, number)
);

create function access_refuse_change_of_log() returns trigger language plpgsql as $$
declare
    sealed bigint;
begin
    if tg_op = 'UPDATE' and old.block is null and new.block is not null then
        sealed := new.block;
        new.block := null;
        if new is not distinct from old then
            new.block := sealed;
            return new;
        end if;
    end if;
    if tg_op = 'DELETE' then
        if exists (select from access_sealed_block b
                   where b.log = tg_argv[0] and b.number = old.block and b.removed_at is not null) then
            return old;
        end if;
    end if;
    raise exception 'The log % is only appended to', tg_table_name using errcode = 'insufficient_privilege';
end
$$;

-- Five years is the least that access logs are kept; a block may be emptied when its last row is older.
create function access_refuse_change_of_block() returns trigger language plpgsql as $$
declare
    removed timestamptz;
begin
    if tg_op = 'UPDATE' and old.removed_at is null and new.removed_at is not null
            and old.last_at < now() - interval '5 years' then
        removed := new.removed_at;
        new.removed_at := null;
        if new is not distinct from old then
            new.removed_at := removed;
            return new;
        end if;
    end if;
    raise exception 'A sealed block stays as it is' using errcode = 'insufficient_privilege';
end
$$;

create trigger access_change_is_kept before update or delete on access_change
    for each row execute function access_refuse_change_of_log('CHANGES');
create trigger access_look_is_kept before update or delete on access_look
    for each row execute function access_refuse_change_of_log('LOOKS');
create trigger access_change_is_not_emptied before truncate on access_change
    for each statement execute function access_refuse_change_of_log('CHANGES');
create trigger access_look_is_not_emptied before truncate on access_look
    for each statement execute function access_refuse_change_of_log('LOOKS');
create trigger access_sealed_block_is_kept before update or delete on access_sealed_block
    for each row execute function access_refuse_change_of_block();
create trigger access_sealed_block_is_not_emptied before truncate on access_sealed_block
    for each statement execute function access_refuse_change_of_block();

-- What the latest checks of the seal found.
create table access_seal_check (
    id         uuid        primary key,
    log        text        not null,
    checked_at timestamptz not null,
    blocks     bigint      not null,
    rows       bigint      not null,
    newest     bytea       not null,
    finding    text,   -- null: everything is as it was sealed
    block      bigint,
    constraint access_seal_check_where check ((finding is null) = (block is null))
);
create index access_seal_check_latest on access_seal_check (log, checked_at);
