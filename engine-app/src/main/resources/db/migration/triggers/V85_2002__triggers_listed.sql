create view triggers_listed as
select t.id, t.organisation_id, t.name, t.description, t.changed_by, t.changed_at, t.version,
    coalesce(running.event, newest.event) as event,
    case when running.id is null then newest.valid_from else running.valid_from end as valid_from,
    case when running.id is null then newest.valid_until else running.valid_until end as valid_until,
    running.number as running_number,
    open.number as open_number,
    open.state as open_state,
    newest.number as newest_number
from triggers_trigger t
    left join triggers_version running on running.trigger_id = t.id and running.state = 'PUBLISHED'
    left join triggers_version open on open.trigger_id = t.id and open.state in ('DRAFT', 'TESTED')
    cross join lateral (
        select * from triggers_version v where v.trigger_id = t.id order by v.number desc limit 1
    ) newest
where t.deleted_at is null;

comment on view triggers_listed is 'Triggers with what matters of their versions: the one that runs, the one that is written, the newest';
