-- In which language to write to an e-mail address (A4). An address stands here as a keyed hash: these tables do not tell
-- whom the installation writes to.

-- What a recipient chose by the link in a mail; it holds for all mails of the installation.
create table communication_address_choice (
    address   bytea primary key check (length(address) = 16),
    language  text        not null,
    chosen_at timestamptz not null
);

-- What an administrator set for the mails of an organisation, or of the installation itself (null). Without a language it
-- was taken back: the row stays, so that its version tells whether somebody changed it meanwhile.
create table communication_address_setting (
    address         bytea       not null check (length(address) = 16),
    organisation_id uuid,
    language        text,
    set_by          uuid        not null,
    set_by_name     text        not null,
    set_at          timestamptz not null,
    version         bigint      not null,
    unique nulls not distinct (address, organisation_id)
);

-- In which language an organisation writes its mails; without one in the installation's.
create table communication_organisation_language (
    organisation_id uuid primary key,
    language        text,
    set_by          uuid        not null,
    set_by_name     text        not null,
    set_at          timestamptz not null
);
