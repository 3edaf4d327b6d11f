-- Attempts at signing in, counted for all instances together. The key is a hash; the row says when the attempts so far
-- have been worked off at the allowed pace.
create table access_throttle (
    key           bytea       primary key,
    worked_off_at timestamptz not null
);
create index access_throttle_by_time on access_throttle (worked_off_at);
