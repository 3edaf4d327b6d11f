alter table reexamination_batch add column retry_id uuid;
comment on column reexamination_batch.retry_id is 'the retry under way; the batch is being dispatched again then';

-- Whom a retry invites again; its ranges of jobs go by place, from 0.
create table reexamination_retry_item (
    retry_id  uuid    not null,
    place     int     not null,
    batch_id  uuid    not null,
    row_index int     not null,
    recorded  boolean not null default false,
    primary key (retry_id, place),
    unique (retry_id, row_index),
    foreign key (batch_id, row_index) references reexamination_resident on delete cascade
);
