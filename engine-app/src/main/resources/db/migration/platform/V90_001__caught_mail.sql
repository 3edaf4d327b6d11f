create table platform_caught_mail (
    id          uuid        primary key,
    received_at timestamptz not null,
    sender      text        not null,
    recipients  text[]      not null check (cardinality(recipients) > 0),
    subject     text        not null,
    content     bytea       not null
);
comment on table platform_caught_mail is 'What the mail catcher took in: mails that went nowhere. Ids are ordered by time.';
comment on column platform_caught_mail.recipients is 'Of the envelope, in lower case';
comment on column platform_caught_mail.content is 'As it came over the line (RFC 5322)';
