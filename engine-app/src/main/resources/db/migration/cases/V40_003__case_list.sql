-- Lists search by the beginnings of words: of the number's parts and of the subject.
create function cases_words(source text) returns text[] language sql immutable strict parallel safe
    return array_remove(regexp_split_to_array(lower(source), '[^[:alnum:]]+'), '');

alter table cases_case add column words tsvector not null
    generated always as (array_to_tsvector(cases_words(number || ' ' || subject))) stored;

create index cases_case_words on cases_case using gin (words);
create index cases_case_by_due_date on cases_case (organisation_id, due_at, id);
create index cases_case_by_subject on cases_case (organisation_id, subject, id);
