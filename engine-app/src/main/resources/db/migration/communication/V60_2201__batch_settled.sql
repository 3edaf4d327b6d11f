-- How far a batch is and how it ended, each mail and letter by the best of its attempts: counted in the order of the index,
-- without fetching its rows. One index does what two did.
drop index communication_communication_batch;
drop index communication_communication_tally;
create index communication_communication_in_batch on communication_communication (batch_id, channel, batch_index)
    include (state, mail_id) where batch_id is not null;
