-- One row per thing that has a process. It is written with the thing itself; the first instance of the process claims it.
create table engine_start (
    business_key         uuid        primary key,
    message_name         text        not null,
    message_id           uuid        not null,
    variables            jsonb       not null,
    requested_at         timestamptz not null default now(),
    sent_at              timestamptz,
    process_instance_key bigint      unique,
    claimed_at           timestamptz,
    check ((process_instance_key is null) = (claimed_at is null))
);

create index engine_start_unclaimed on engine_start (sent_at) where process_instance_key is null;

-- What was deployed last to which engine, so that only a changed model is deployed again.
create table engine_deployment (
    engine      text        not null,
    resource    text        not null,
    sha256      text        not null,
    version     int         not null,
    deployed_at timestamptz not null default now(),
    primary key (engine, resource)
);
