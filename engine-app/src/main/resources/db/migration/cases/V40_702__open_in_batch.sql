-- A batch is withdrawn a chunk at a time: the next chunk is found without passing over those withdrawn before.
create index cases_case_open_in_batch on cases_case (batch_id) where state = 'OPEN';
