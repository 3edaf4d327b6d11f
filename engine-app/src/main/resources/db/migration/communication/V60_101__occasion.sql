-- Which one of its kind it is: the first, second and third reminder; a letter written again.
alter table communication_communication
    add column occasion int not null default 0 check (occasion >= 0),
    drop constraint communication_communication_case_id_kind_channel_key,
    -- nobody gets the same thing twice on the same occasion
    add unique (case_id, kind, channel, occasion);

-- what a process of its own sends and has not settled yet
create index communication_communication_single on communication_communication (created_at)
    where batch_id is null and state = 'PREPARED';
