create table triggers_passed (
    organisation_id uuid not null,
    type            text not null,
    days            int  not null,
    done_up_to      date not null,
    primary key (organisation_id, type, days)
);
comment on table triggers_passed is
    'How far each number of days that a published trigger waits for was looked at; a row goes with the last such trigger';
comment on column triggers_passed.done_up_to is 'the last business day of which everything was recorded that was so at the time';
