-- A check remembers the newest block that it saw: the next one wants to find it there, as it was.
create function access_refuse_change_of_check() returns trigger language plpgsql as $$
begin
    raise exception 'What a check of the seal found stays as it is' using errcode = 'insufficient_privilege';
end
$$;

create trigger access_seal_check_is_kept before update or delete on access_seal_check
    for each row execute function access_refuse_change_of_check();
create trigger access_seal_check_is_not_emptied before truncate on access_seal_check
    for each statement execute function access_refuse_change_of_check();

comment on column access_seal_check.blocks is 'number of the newest block that was right; 0: there was none';
comment on column access_seal_check.newest is 'hash of that block';
