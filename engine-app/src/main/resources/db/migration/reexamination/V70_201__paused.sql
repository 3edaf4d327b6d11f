alter table reexamination_batch
    drop constraint reexamination_batch_state_check,
    add check (state in
        ('CHECKED', 'REJECTED', 'CREATING', 'CREATED', 'DISPATCHING', 'PAUSED', 'DISPATCHED', 'DISCARDED')),
    add column paused_by text,
    add column paused_at timestamptz,
    add check ((state = 'PAUSED') = (paused_by is not null)),
    add check ((paused_by is null) = (paused_at is null));
