package io.traject.bench;

import io.traject.testing.SampleResidents;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * Ten yearly batches of a municipality as the application would have left them, written straight into the database and
 * the same at every run: the nine old ones are decided, the cases of the last are open. A neighbour with a tenth of them
 * shares the tables. Documents are left out; only the last batch has its mails in the outbox.
 */
final class LargeMunicipality {

    static final int BATCHES = 10;

    /** The neighbour's only batch. */
    private static final int NEIGHBOUR = BATCHES + 1;

    private static final int PER_STATEMENT = 50_000;

    private static final String TABLES = """
            cases_case, events_domain_event, reexamination_batch, reexamination_resident, reexamination_open_case,
            communication_communication, mail_outbox, tasks_task, tasks_added, events_snapshot, events_awaiting,
            engine_start""";

    private static final String PROGRESS_TABLES = """
            progress.process_instance, progress.element, progress.user_task, progress.timer""";

    /** Ids that tell what they are of: kind and number. */
    private static final String ID = """
            create or replace function pg_temp.id(kind int, number bigint) returns uuid language sql immutable as $$
                select format('00000000-%s-7000-8000-%s', lpad(to_hex(kind), 4, '0'), lpad(to_hex(number), 12, '0'))::uuid
            $$""";

    private static final String SOWN = """
            create temporary table sown as
            select i, row_index, bsn, pg_temp.id(1, i) as case_id, pg_temp.id(2, %1$d) as batch_id,
                'HO-' || (16 + %1$d) || '-' || lpad(i::text, 7, '0') as number, initials, infix, surname,
                initials || coalesce(' ' || infix, '') || ' ' || surname as subject, preference, due_at,
                due_at - interval '60 days' as opened_at, chance,
                case when %1$d < 10 then 'ENDED' when chance < 5 then 'CREATED' when chance < 30 then 'ASSESSMENT'
                    else 'AWAITING_DATA' end as stage,
                case when %1$d >= 10 then 'OPEN' when i %% 33 = 0 then 'CANCELLED' else 'CLOSED' end as state
            from (select %2$d + place as i, place::int - 1 as row_index, bsn, mixed / 7 %% 100 as chance,
                    chr(65 + mixed %% 26) || '.' || chr(65 + mixed / 26 %% 26) || '.' as initials,
                    (array[null, null, null, null, 'de', 'van', 'van der', 'van den', 'el', null])[1 + mixed %% 10] as infix,
                    (array['Aalbers', 'Bakker', 'Beek', 'Berg', 'Boer', 'Bos', 'Brouwer', 'Deckers', 'Dijk', 'Dijkstra',
                        'Öztürk', 'Graaf', 'Groot', 'Haan', 'Hendriks', 'Hermans', 'Hoekstra', 'Jacobs', 'Jansen', 'Janssen',
                        'Jong', 'Koster', 'Kramer', 'Kuipers', 'Leeuwen', 'Linden', 'Meer', 'Meijer', 'Mulder', 'Nguyễn',
                        'Peters', 'Post', 'Prins', 'Schouten', 'Smit', 'Smits', 'Veenstra', 'Verhoeven', 'Vermeulen', 'Visser',
                        'Vliet', 'Vos', 'Vries', 'Wal', 'Wit', 'Yılmaz', 'Zand', 'Amrani', 'Ardenne', 'Voorbeeld'])
                        [1 + mixed / 97 %% 50] as surname,
                    (array['EMAIL', 'EMAIL', 'EMAIL', 'BRIEF', 'BEIDE'])[1 + place %% 5] as preference,
                    timestamptz '2016-03-01' + interval '1 year' * least(%1$d, 10) + interval '1 day' * (mixed / 11 %% 60)
                        + interval '10 ms' * place as due_at
                from unnest(?::text[]) with ordinality as given (bsn, place),
                    lateral (select hashint8(%2$d + place) & 2147483647 as mixed) hashed) drawn""";

    private static final String[] ROWS = {"""
        insert into reexamination_batch (id, municipality_id, state, file_name, sha256, row_count, mail_count, letter_count,
            both_count, error_count, sheet, uploaded_by, uploaded_at, dispatched_at, version)
        select batch_id, '%1$s', 'DISPATCHED', 'heronderzoek-' || substr(min(number), 4, 2) || '.xlsx',
            md5(batch_id::text), count(*), count(*) * 3 / 5, count(*) / 5, count(*) / 5, 0, '{}', 'Casper de Wit',
            min(opened_at), min(opened_at) + interval '1 hour', 5
        from sown group by batch_id""", """
        insert into cases_case (id, number, type, organisation_id, subject, batch_id, state, stage, outcome, due_at,
            opened_at, ended_at, version)
        select case_id, number, 'RE_EXAMINATION', '%1$s', subject, batch_id, state, stage,
            case state when 'CLOSED' then 'continue' when 'CANCELLED' then 'batch-discarded' end, due_at, opened_at,
            case when state <> 'OPEN' then due_at + interval '9 days' end, 4
        from sown order by i""", """
        insert into reexamination_resident (batch_id, row_index, row_number, bsn, initials, infix, surname, birth_date,
            street, house_number, postcode, city, email, phone, preference, scheme, final_date, case_id, case_number,
            creation, dispatch_index, dispatch, failure)
        select batch_id, row_index, row_index + 2, bsn, initials, infix, surname,
            date '1950-01-01' + (i %% 18000)::int, 'Dorpsstraat', 1 + i %% 250, 1000 + i %% 9000 || ' AB', 'Voorbeelddam',
            case when preference <> 'BRIEF' then 'inwoner' || i || '@example.org' end, '06 ' || lpad(i::text, 8, '0'),
            preference, 'Participatiewet', due_at, case_id, number, 'CREATED', row_index,
            case stage when 'CREATED' then 'FAILED' else 'INVITED' end,
            case stage when 'CREATED' then 'mail-not-delivered' end
        from sown order by i""", """
        insert into reexamination_open_case (municipality_id, bsn, scheme, case_id)
        select '%1$s', bsn, 'Participatiewet', case_id from sown where state = 'OPEN'""", """
        insert into communication_communication (id, case_id, municipality_id, kind, channel, language, template_number,
            batch_id, batch_index, subject, mail_id, state, failure_code, created_at, sent_at)
        select id, case_id, '%1$s', 'INVITATION_' || channel, channel, 'NL', 1, batch_id, row_index,
            'Heronderzoek van uw uitkering', case channel when 'MAIL' then id end,
            case stage when 'CREATED' then 'FAILED' else 'SENT' end,
            case stage when 'CREATED' then 'mail-not-delivered' end, opened_at,
            case when stage <> 'CREATED' then opened_at + interval '1 minute' end
        from (select sown.*, channel, pg_temp.id(case channel when 'MAIL' then 3 else 4 end, i) as id
            from sown, unnest(array['MAIL', 'LETTER']) as channel
            where channel = 'MAIL' and preference <> 'BRIEF' or channel = 'LETTER' and preference <> 'EMAIL') sent
        order by i""", """
        insert into mail_outbox (id, group_id, group_index, from_address, to_address, subject, text, html, language_tag,
            state, attempts, last_error, sent_at, failed_at, message_id)
        select pg_temp.id(3, i), batch_id, row_index, 'Waterdam <no-reply@waterdam.example>',
            'inwoner' || i || '@example.org', 'Heronderzoek van uw uitkering', repeat(md5(i::text) || ' ', 20),
            repeat(md5((i + 1)::text) || ' <p>Geachte heer of mevrouw,</p> ', 20) || repeat(md5((i + 2)::text), 20), 'nl',
            case stage when 'CREATED' then 'FAILED' else 'SENT' end, 1,
            case stage when 'CREATED' then '550 unknown' end,
            case when stage <> 'CREATED' then opened_at end, case stage when 'CREATED' then opened_at end, i::text
        from sown where preference <> 'BRIEF' and batch_id = pg_temp.id(2, 10) order by i""", """
        insert into tasks_task (id, element_instance_key, type, subject_kind, subject_id, case_id, case_number, subject, organisation_id, state,
            created_at, due_at, claimed_by, claimed_by_name, claimed_at, outcome, ended_by, ended_by_name, ended_at,
            version)
        select pg_temp.id(5, i), 2000000000 + i * 8 + 4,
            case stage when 'AWAITING_DATA' then 'follow-up-missing-data' else 'assess-supplied-data' end, 'CASE', case_id, case_id, number,
            subject, '%1$s', case state when 'OPEN' then 'OPEN' when 'CLOSED' then 'COMPLETED' else 'WITHDRAWN' end,
            due_at, due_at + interval '7 days', claimer, case when claimer is not null then 'Casper de Wit' end,
            case when claimer is not null then due_at end, case state when 'CLOSED' then 'continue' end,
            case when state <> 'OPEN' then '%2$s'::uuid end, case when state <> 'OPEN' then 'Casper de Wit' end,
            case when state <> 'OPEN' then due_at + interval '9 days' end, 1
        from (select *, case when state <> 'OPEN' or chance %% 10 = 0 then '%2$s'::uuid
                when chance %% 10 = 1 then pg_temp.id(6, 1) end as claimer from sown) claimed
        where stage = 'ASSESSMENT' or stage = 'AWAITING_DATA' and chance < 35 or state <> 'OPEN' and i %% 5 < 4
        order by i""", """
        insert into events_domain_event (id, type, schema_version, organisation_id, subject_id, case_id, occurred_at,
            actor_id, actor_kind, actor_name, depth, facts)
        select pg_temp.id(10 + step, i), (array['case.opened', 're-examination.invited', 'task.completed', 'case.closed'])[step],
            1, '%1$s', case_id, case_id, opened_at + step * interval '5 days', '%2$s', 'USER', 'Casper de Wit', 0,
            case step when 1 then jsonb_build_object('batchId', batch_id)
                when 3 then '{"taskType": "assess-supplied-data", "outcome": "continue"}'
                when 4 then '{"outcome": "continue"}' else '{}' end
        from sown, generate_series(1, case when state = 'OPEN' then 2 else 4 end) as step order by i, step""", """
        insert into engine_start (business_key, correlation_key, message_name, message_id, variables, requested_at, sent_at,
            process_instance_key, claimed_at)
        select case_id, case_id, 're-examination-case-opened', pg_temp.id(11, i), jsonb_build_object('caseId', case_id), opened_at,
            opened_at, 1000000000 + i, opened_at
        from sown order by i""", "drop table sown"};

    private static final String[] PROGRESS_ROWS = {"""
        insert into progress.process_instance (key, process_id, version, process_definition_key, state, started_at, ended_at)
        select 1000000000 + i, 're-examination-case', 1, 1, case when %3$b then 'ACTIVE' else 'COMPLETED' end,
            now() - interval '60 days', case when not %3$b then now() end
        from generate_series(%1$d, %2$d) i""", """
        insert into progress.element (key, process_instance_key, element_id, element_type, state, started_at, ended_at)
        select 2000000000 + i * 8 + step, 1000000000 + i,
            (array['CaseOpened', 'ClaimStart', 'AwaitInvitation', 'AssessSuppliedData', 'RecordDecision'])[step],
            (array['START_EVENT', 'SERVICE_TASK', 'INTERMEDIATE_CATCH_EVENT', 'USER_TASK', 'SERVICE_TASK'])[step],
            case when %3$b and step = 4 then 'ACTIVE' else 'COMPLETED' end, now() - interval '60 days',
            case when not (%3$b and step = 4) then now() end
        from generate_series(%1$d, %2$d) i, generate_series(1, case when %3$b then 4 else 5 end) step""", """
        insert into progress.user_task (key, element_instance_key, process_instance_key, element_id, state, changed_at)
        select 4000000000 + i, 2000000000 + i * 8 + 4, 1000000000 + i, 'AssessSuppliedData',
            case when %3$b then 'CREATED' else 'COMPLETED' end, now() - interval '60 days'
        from generate_series(%1$d, %2$d) i""", """
        insert into progress.timer (key, element_instance_key, process_instance_key, element_id, due_at, state)
        select 5000000000 + i, 2000000000 + i * 8 + 3, 1000000000 + i, 'AwaitFinalDate', now() + interval '30 days',
            case when %3$b then 'ACTIVE' else 'TRIGGERED' end
        from generate_series(%1$d, %2$d) i"""};

    private final Connection application;
    private final Connection progress;

    /** @param progress as the owner of the projection */
    LargeMunicipality(Connection application, Connection progress) {
        this.application = application;
        this.progress = progress;
    }

    /** Replaces whatever cases there are. @param worker who has done the tasks, and has claimed a tenth of the open ones */
    void seed(UUID municipality, UUID neighbour, UUID worker, int cases) throws SQLException {
        execute(application, "set synchronous_commit = off", ID, "truncate " + TABLES + " cascade");
        execute(progress, "set synchronous_commit = off", "truncate " + PROGRESS_TABLES);
        int perBatch = cases / BATCHES;
        for (int batch = 1; batch <= BATCHES; batch++) {
            seedBatch(batch, (batch - 1) * perBatch, perBatch, municipality, worker);
        }
        seedBatch(NEIGHBOUR, cases, perBatch, neighbour, UUID.randomUUID());
        execute(application, "vacuum analyze");
        execute(progress, "vacuum analyze " + PROGRESS_TABLES);
    }

    private void seedBatch(int batch, int before, int count, UUID municipality, UUID worker) throws SQLException {
        try (var sown = application.prepareStatement(SOWN.formatted(batch, before))) {
            sown.setArray(
                    1,
                    application.createArrayOf(
                            "text", SampleResidents.bsns(count).toArray()));
            sown.execute();
        }
        for (String rows : ROWS) {
            execute(application, rows.formatted(municipality, worker));
        }
        for (int from = 1; from <= count; from += PER_STATEMENT) {
            for (String rows : PROGRESS_ROWS) {
                int to = Math.min(count, from + PER_STATEMENT - 1);
                execute(progress, rows.formatted(before + from, before + to, batch >= BATCHES));
            }
        }
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
