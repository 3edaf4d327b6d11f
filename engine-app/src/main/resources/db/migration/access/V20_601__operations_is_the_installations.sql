-- Queues, incidents and caught mails are the installation's: no account of a municipality sees them any more.
delete from access_api_account_permission p using access_api_account a
where a.id = p.api_account_id and p.permission = 'OPERATIONS' and a.organisation_id is not null;
