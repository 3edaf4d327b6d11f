alter table communication_communication
    -- Each is sent again at most once; for a third attempt the second one is sent again.
    add column resend_of uuid unique references communication_communication,
    drop constraint communication_communication_state_check,
    drop constraint communication_communication_check1,
    drop constraint communication_communication_check2,
    add check (state in ('PREPARED', 'SENT', 'BOUNCED', 'FAILED')),
    add check ((state in ('FAILED', 'BOUNCED')) = (failure_code is not null)),
    add check ((state in ('SENT', 'BOUNCED')) = (sent_at is not null));
