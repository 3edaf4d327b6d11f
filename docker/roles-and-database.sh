#!/usr/bin/env bash
# The roles and the database, as the embedded platform makes them. Run once, by the image of PostgreSQL.
set -euo pipefail

psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" \
  --set traject_password="$TRAJECT_DATABASE_PASSWORD" --set progress_password="$TRAJECT_PROGRESS_PASSWORD" <<'SQL'
create role traject login password :'traject_password';
create role progress login password :'progress_password';
create database traject owner traject;
\connect traject
revoke all on database traject from public;
grant connect on database traject to progress;
create schema progress authorization progress;
grant usage on schema progress to traject;
alter default privileges for role progress in schema progress grant select on tables to traject;
SQL
