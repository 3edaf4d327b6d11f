-- Spring Session's schema (schema-postgresql.sql of spring-session-jdbc 4.1), under the room's prefix. The principal is the
-- id of a user.
create table access_session (
    primary_id            char(36) not null constraint access_session_pk primary key,
    session_id            char(36) not null,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create unique index access_session_by_id on access_session (session_id);
create index access_session_by_expiry on access_session (expiry_time);
create index access_session_by_principal on access_session (principal_name);

create table access_session_attributes (
    session_primary_id char(36)     not null,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    constraint access_session_attributes_pk primary key (session_primary_id, attribute_name),
    constraint access_session_attributes_fk foreign key (session_primary_id)
        references access_session (primary_id) on delete cascade
);
