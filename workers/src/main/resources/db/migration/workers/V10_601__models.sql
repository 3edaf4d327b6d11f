-- The models as they were deployed: an instance is shown in the version that it runs on. The engine doesn't give them back.
create table engine_model (
    engine     text not null,
    process_id text not null,
    version    int  not null,
    xml        text not null,
    primary key (engine, process_id, version)
);
