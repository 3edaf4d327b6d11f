-- A document's content moves beside its description: other documents of the same case may lie elsewhere.
create table cases_document_content (
    document_id uuid primary key,
    content     bytea not null
);
-- slices are read without the rest, and what people send is compressed already
alter table cases_document_content alter column content set storage external;

insert into cases_document_content (document_id, content) select id, content from cases_document;

alter table cases_document
    add column store       text not null default 'POSTGRESQL' check (store in ('POSTGRESQL', 'DISK')),
    add column sha256      bytea check (octet_length(sha256) = 32),
    add column by_resident boolean not null default false;
update cases_document set sha256 = sha256(content);
alter table cases_document
    alter column sha256 set not null,
    alter column store drop default,
    alter column by_resident drop default,
    drop column content;

-- written before the row that describes it
alter table cases_document_content add foreign key (document_id) references cases_document
    on delete cascade deferrable initially deferred;

alter table cases_supplied_data add column by_resident boolean not null default false;
alter table cases_supplied_data alter column by_resident drop default;

comment on column cases_document.store is 'where the content is: cases_document_content, or the folder of documents';
comment on column cases_supplied_data.by_resident is 'supplied with the link of the invitation';
