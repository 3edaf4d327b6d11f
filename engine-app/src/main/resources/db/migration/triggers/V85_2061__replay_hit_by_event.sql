-- What is forgotten of an event is forgotten of its replays.
create index triggers_replay_hit_by_event on triggers_replay_hit (event_id);
