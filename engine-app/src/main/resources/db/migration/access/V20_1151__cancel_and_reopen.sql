-- Cancelling and reopening are permissions of their own (A7); who had them as part of editing keeps them.
insert into access_api_account_permission (api_account_id, permission)
select edits.api_account_id, more.permission
from access_api_account_permission edits, (values ('CASES_CANCEL'), ('CASES_REOPEN')) as more (permission)
where edits.permission = 'CASES_EDIT'
on conflict do nothing;
