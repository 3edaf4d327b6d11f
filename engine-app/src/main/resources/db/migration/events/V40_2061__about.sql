-- To find the events about a case or an employee.
create index events_snapshot_by_thing on events_snapshot using gin ((knowledge -> 'things') jsonb_path_ops);
analyze events_snapshot;
