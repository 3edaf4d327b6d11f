-- The kinds to choose from are read from the index.
create index access_change_by_kind on access_change (object_kind);
-- Few lines lie elsewhere than at the root: they are found by who reaches only parts of the organisation.
create index access_change_by_node on access_change (node_id, id) where node_id <> organisation_id;
create index access_look_by_node on access_look (node_id, id) where node_id <> organisation_id;
-- Blocks that are old enough to be emptied.
create index access_sealed_block_by_age on access_sealed_block (log, last_at) where removed_at is null;
