-- Logo and signature of a municipality's letters: the ones in use, and those being tried out (draft).
create table communication_style_image (
    municipality_id uuid        not null,
    element         text        not null check (element in ('LOGO', 'SIGNATURE')),
    draft           boolean     not null,
    id              uuid        not null,
    png             bytea       not null check (length(png) <= 2097152),
    width           int         not null check (width >= 1),
    height          int         not null check (height >= 1),
    words           text        not null check (length(words) <= 150),
    function        text        not null check (length(function) <= 150),
    changed_by      text        not null,
    changed_at      timestamptz not null,
    primary key (municipality_id, element, draft),
    check (draft or words <> '')
);
