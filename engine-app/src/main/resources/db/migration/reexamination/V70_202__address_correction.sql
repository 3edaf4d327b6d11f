-- Who corrected an address of a case, and when. What it was before is kept masked only: the mails and letters that went there
-- show it.
create table reexamination_address_correction (
    id              uuid primary key,
    case_id         uuid        not null references cases_case,
    part            text        not null check (part in ('EMAIL', 'ADDRESS')),
    masked_before   text        not null,
    corrected_by    uuid        not null,
    corrected_by_name text      not null,
    corrected_at    timestamptz not null
);
create index reexamination_address_correction_case on reexamination_address_correction (case_id, corrected_at);
