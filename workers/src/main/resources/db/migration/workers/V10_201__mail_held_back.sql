-- Groups of mails of which nothing leaves for now.
create table mail_group_held_back (
    group_id uuid primary key
);
