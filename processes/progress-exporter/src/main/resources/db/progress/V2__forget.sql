-- What an ended instance went through is wanted for a while, then it is only in the way. The instance itself stays, so that
-- it is known for ever that it was there and how it ended.

alter table progress.process_instance add column forgotten_at timestamptz;
comment on column progress.process_instance.forgotten_at is 'When its elements, tasks, timers and incidents were deleted';
create index process_instance_to_forget on progress.process_instance (ended_at)
    where ended_at is not null and forgotten_at is null;

-- Everyone who reads may call it: it runs as the owner, and touches only what has ended long ago.
create function progress.forget_ended(ended_before timestamptz, at_most int) returns int
    language plpgsql security definer set search_path = ''
as $$
declare
    instances bigint[];
begin
    if ended_before > now() - interval '1 day' then
        raise exception 'Only what ended more than a day ago is forgotten';
    end if;
    select array_agg(key) into instances from (
        select key from progress.process_instance
        where ended_at < ended_before and forgotten_at is null
        order by ended_at limit at_most for update skip locked) as chosen;
    delete from progress.element where process_instance_key = any (instances);
    delete from progress.user_task where process_instance_key = any (instances);
    delete from progress.timer where process_instance_key = any (instances);
    delete from progress.incident where process_instance_key = any (instances);
    update progress.process_instance set forgotten_at = now() where key = any (instances);
    return coalesce(cardinality(instances), 0);
end $$;
