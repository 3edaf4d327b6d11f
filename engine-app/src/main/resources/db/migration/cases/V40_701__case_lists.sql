-- Lists of many cases are read from an index in their order, as they are or within a state; the stage is in it too, so that
-- it is looked at before the row is fetched. The last columns before it are the tie-breakers of the list.
create index cases_case_by_opening on cases_case (organisation_id, opened_at, id);
create index cases_case_by_state_and_number on cases_case (organisation_id, state, number, stage);
create index cases_case_by_state_and_subject on cases_case (organisation_id, state, subject, id, stage);
create index cases_case_by_state_and_due_date on cases_case (organisation_id, state, due_at, id, stage);
create index cases_case_by_state_and_opening on cases_case (organisation_id, state, opened_at, id, stage);

-- Still unique, but useless for sorting: the planner took it for the list of one organisation and read past all others'.
create unique index cases_case_number on cases_case (number text_pattern_ops);
alter table cases_case drop constraint cases_case_number_key;

-- The beginnings of words, all of which must be there. Evaluated while a query is planned.
create function cases_search(source text) returns tsquery language sql immutable strict parallel safe as $$
    select string_agg(word || ':*', ' & ')::tsquery from unnest(cases_words(source)) word
$$;
