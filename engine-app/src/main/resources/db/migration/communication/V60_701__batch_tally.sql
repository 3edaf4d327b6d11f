-- How far a batch is, counted without fetching its rows.
create index communication_communication_tally on communication_communication (batch_id, channel, state) include (mail_id)
    where batch_id is not null;
