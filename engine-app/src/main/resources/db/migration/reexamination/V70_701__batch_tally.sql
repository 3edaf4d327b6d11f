-- How far a batch is, counted without fetching its rows; and those left behind, found among tens of thousands.
create index reexamination_resident_tally on reexamination_resident (batch_id) include (creation, dispatch, preference);
create index reexamination_resident_left_behind on reexamination_resident (batch_id, row_index) where failure is not null;
