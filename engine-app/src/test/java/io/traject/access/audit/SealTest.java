package io.traject.access.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traject.access.audit.SealCheck.Fault;
import io.traject.access.audit.SealCheck.Finding;
import io.traject.kernel.Ids;
import io.traject.testing.TrajectTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is sealed stays found out, whoever changes it by whichever means. */
@TrajectTest
class SealTest {

    @Autowired
    SealLogs sealLogs;

    @Autowired
    ForgetOldEntries forget;

    @Autowired
    CheckSeal checkSeal;

    @Autowired
    SealSetUpCheck setUpCheck;

    @Autowired
    JdbcClient database;

    @Autowired
    DataSource dataSource;

    @Test
    void shouldFindEveryKindOfTampering() throws Exception {
        UUID first = look("now()");
        UUID second = look("now()");
        sealLogs.sealAll();
        UUID later = look("now()");
        sealLogs.sealAll();
        long block = block(first);
        assertThat(block(second)).isEqualTo(block);
        assertThat(block(later)).isEqualTo(block + 1);

        assertThat(found("update access_look set actor_name = 'Nobody' where id = '%s'".formatted(first)))
                .containsExactly(new Finding(Fault.ROW_CHANGED, block));
        assertThat(found("update access_look set at = at - interval '1 microsecond' where id = '%s'".formatted(second)))
                .containsExactly(new Finding(Fault.ROW_CHANGED, block));
        assertThat(found("delete from access_look where id = '%s'".formatted(second)))
                .containsExactly(new Finding(Fault.ROW_MISSING, block));
        assertThat(found("update access_look set block = null where id = '%s'".formatted(first)))
                .containsExactly(new Finding(Fault.ROW_MISSING, block));
        assertThat(found(insert(Ids.next(), "now()", Long.toString(block))))
                .containsExactly(new Finding(Fault.ROW_INSERTED, block));
        assertThat(found(insert(Ids.next(), "now()", Long.toString(block + 1000))))
                .containsExactly(new Finding(Fault.ROW_INSERTED, block + 1000));
        assertThat(found("delete from access_sealed_block where log = 'LOOKS' and number = " + block))
                .containsExactly(new Finding(Fault.BLOCK_MISSING, block));
        assertThat(found("update access_sealed_block set rows = rows + 1 where log = 'LOOKS' and number = " + block))
                .containsExactly(new Finding(Fault.BLOCK_CHANGED, block));
        assertThat(found(
                        "update access_sealed_block set removed_at = now() where log = 'LOOKS' and number = " + block,
                        "delete from access_look where block = " + block))
                .containsExactly(new Finding(Fault.REMOVED_EARLY, block));
        assertThat(found("select 1")).isEmpty();
    }

    @Test
    void shouldFindABlockThatWasSealedAnewOverOtherRows() throws Exception {
        UUID changed = look("now()");
        sealLogs.sealAll();
        look("now()");
        sealLogs.sealAll();
        long block = block(changed);

        assertThat(found(
                        "update access_look set actor_name = 'Nobody' where id = '%s'".formatted(changed),
                        """
                        update access_sealed_block set rows_hash = sha256('x'), hash = sha256('y')
                        where log = 'LOOKS' and number = """ + " " + block))
                .containsExactly(new Finding(Fault.BLOCK_CHANGED, block));
    }

    @Test
    void shouldMissTheNewestBlockThatACheckSaw() throws Exception {
        look("now()");
        checkSeal.checkAll();
        UUID last = look("now()");
        sealLogs.sealAll();
        long newest = block(last);
        String[] removal = {
            "delete from access_look where block >= " + newest,
            "delete from access_sealed_block where log = 'LOOKS' and number >= " + newest
        };
        assertThat(found(removal)).as("no check has seen it").isEmpty();

        checkSeal.checkAll();
        long seen = checkSeal.latest(Log.LOOKS).orElseThrow().blocks();
        removal[0] = "delete from access_look where block >= " + seen;
        removal[1] = "delete from access_sealed_block where log = 'LOOKS' and number >= " + seen;
        assertThat(seen).isGreaterThanOrEqualTo(newest);
        assertThat(found(removal)).containsExactly(new Finding(Fault.NEWEST_REMOVED, seen));
        assertThat(found(removal[0], removal[1], replacement(seen)))
                .as("another in its place")
                .containsExactly(new Finding(Fault.NEWEST_REPLACED, seen));
        assertThat(found("select 1")).isEmpty();
        for (String change : List.of("update access_seal_check set blocks = 0", "delete from access_seal_check")) {
            assertThatThrownBy(() -> database.sql(change).update()).rootCause().hasMessageContaining("stays as it is");
        }
    }

    /** A block without rows that fits onto those before it. */
    private static String replacement(long number) {
        return """
                insert into access_sealed_block
                select log, number, rows, first_at, last_at, sealed_at, previous_hash, rows_hash, sha256(convert_to(concat_ws(
                    '|', log, number, rows, micros(first_at), micros(last_at), micros(sealed_at),
                    encode(previous_hash, 'hex'), encode(rows_hash, 'hex')), 'UTF8'))
                from (select 'LOOKS' as log, %d::bigint as number, 0 as rows, now() as first_at, now() as last_at,
                    now() as sealed_at, coalesce((select hash from access_sealed_block
                        where log = 'LOOKS' and number = %d), decode(repeat('00', 32), 'hex')) as previous_hash,
                    sha256('') as rows_hash) made""".replaceAll("micros\\((\\w+)\\)", "(extract(epoch from $1) * 1000000)::bigint")
                .formatted(number, number - 1);
    }

    @Test
    void shouldSealLaterWhatIsCommittedLate() throws Exception {
        UUID late = Ids.next();
        UUID early;
        try (Connection slow = dataSource.getConnection()) {
            slow.setAutoCommit(false);
            try (Statement statement = slow.createStatement()) {
                statement.execute(insert(late, "now()", "null"));
            }
            early = look("now()");
            sealLogs.sealAll();
            assertThat(database.sql("select count(*) from access_look where id = ?")
                            .param(late)
                            .query(Integer.class)
                            .single())
                    .isZero();
            slow.commit();
            slow.setAutoCommit(true);
        }

        sealLogs.sealAll();

        assertThat(late).isLessThan(early);
        assertThat(block(late)).isGreaterThan(block(early));
        assertThat(found("select 1")).isEmpty();
    }

    @Test
    void shouldSealEachRowOnceThoughSeveralSealAtTheSameTime() throws Exception {
        List<UUID> rows = IntStream.range(0, 60).mapToObj(i -> look("now()")).toList();
        try (var sealers = Executors.newFixedThreadPool(4)) {
            Callable<Void> sealing = () -> {
                sealLogs.sealAll();
                return null;
            };
            for (Future<Void> done : sealers.invokeAll(List.of(sealing, sealing, sealing, sealing))) {
                done.get();
            }
        }

        assertThat(rows).allSatisfy(row -> assertThat(block(row)).isPositive());
        assertThat(found("select 1")).isEmpty();
    }

    @Test
    void shouldForgetWholeBlocksThatAreOldAndKeepTheirSeals() throws Exception {
        sealLogs.sealAll();
        UUID old = look("now() - interval '6 years'");
        sealLogs.sealAll();
        UUID recent = look("now()");
        sealLogs.sealAll();
        long block = block(old);

        forget.forget();

        assertThat(database.sql("select id from access_look where id in (?, ?)")
                        .params(old, recent)
                        .query(UUID.class)
                        .list())
                .containsExactly(recent);
        assertThat(database.sql("""
                                select removed_at is not null and hash is not null from access_sealed_block
                                where log = 'LOOKS' and number = ?
                                """).param(block).query(Boolean.class).single()).isTrue();
        assertThat(database.sql("""
                                select details::text from access_change where object_kind = 'sealed-block'
                                order by id desc limit 1
                                """).query(String.class).single()).contains("\"block\": {\"from\": \"" + block + "\"}");
        assertThat(found("select 1")).isEmpty();
        assertThatThrownBy(() -> database.sql(
                                "update access_sealed_block set removed_at = now() where log = 'LOOKS' and number = ?")
                        .param(block(recent))
                        .update())
                .rootCause()
                .hasMessageContaining("stays as it is");
    }

    @Test
    void shouldTellWhoLooksAfterTheInstallation() {
        assertThat(checkSeal.checkAll()).allMatch(CheckSeal.Checked::isWhole);

        assertThat(setUpCheck.look().messageKey()).isEqualTo("access.audit.check.ok");
    }

    /** What a check finds after the statements of an owner of the database, who first puts its refusals aside. */
    private List<Finding> found(String... statements) throws SQLException {
        try (Connection owner = dataSource.getConnection()) {
            owner.setAutoCommit(false);
            try (Statement statement = owner.createStatement()) {
                statement.execute("alter table access_look disable trigger user");
                statement.execute("alter table access_sealed_block disable trigger user");
                for (String one : statements) {
                    statement.execute(one);
                }
                return SealCheck.check(owner, Log.LOOKS).finding().stream().toList();
            } finally {
                owner.rollback();
                owner.setAutoCommit(true);
            }
        }
    }

    private UUID look(String at) {
        UUID id = Ids.next();
        database.sql(insert(id, at, "null")).update();
        return id;
    }

    private static String insert(UUID id, String at, String block) {
        return """
                insert into access_look (id, at, organisation_id, node_id, actor_id, actor_kind, actor_name, part,
                    file_kind, file_id, block)
                values ('%s', %s, '%s', '%s', '%s', 'USER', 'Somebody', 'FILE', 'CASE', '%s', %s)
                """.formatted(id, at, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), block);
    }

    private long block(UUID row) {
        return database.sql("select block from access_look where id = ?")
                .param(row)
                .query(Long.class)
                .single();
    }
}
