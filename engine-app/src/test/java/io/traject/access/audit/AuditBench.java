package io.traject.access.audit;

import io.traject.access.AccessLog;
import io.traject.access.Actor;
import io.traject.access.ActorAuthentication;
import io.traject.access.FileKind;
import io.traject.access.FilePart;
import io.traject.access.PersonalFile;
import io.traject.access.Reach;
import io.traject.access.StandardRole;
import io.traject.kernel.Ids;
import io.traject.kernel.Language;
import io.traject.testing.Browser;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestCases;
import io.traject.testing.TrajectTest;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * What a look costs beside the page that it is of, how fast looks are sealed and checked, and how an auditor's page answers
 * over all of them. {@code -Dbench.rows=1000000} chooses how many.
 */
@TrajectTest
class AuditBench {

    private static final int ROWS = Integer.getInteger("bench.rows", 1_000_000);
    private static final int CALLS = 200;

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestCases cases;

    @Autowired
    AccessLog accessLog;

    @Autowired
    SealLogs sealLogs;

    @Autowired
    CheckSeal checkSeal;

    @Autowired
    JdbcClient database;

    @Test
    void looks() {
        UUID municipality = cases.municipality();
        var one = cases.open(municipality, "A. Bewoner");
        Browser worker = new Browser(port).signedIn(accounts.user(StandardRole.CASE_WORKER, municipality));
        Browser auditor = new Browser(port).signedIn(accounts.user(StandardRole.AUDITOR, municipality));
        PersonalFile file = PersonalFile.of(FileKind.CASE, one.id(), municipality);
        act(municipality);
        for (String when : new String[] {"first", "after " + ROWS}) {
            print(when + ": a look, ms", median(() -> accessLog.looked(file, FilePart.FILE)));
            print(when + ": the page of a case, ms", median(() -> worker.get("/cases/" + one.id())));
            print(when + ": auditor, first page, ms", median(() -> auditor.get("/audit/access")));
            print(when + ": auditor, one file, ms", median(() -> auditor.get("/audit/access?object=" + one.id())));
            print(when + ": auditor, end of the list, ms", median(() -> auditor.get("/audit/access?before=end")));
            if (when.equals("first")) {
                fill(municipality);
                print("sealing, rows/s", ROWS / seconds(sealLogs::sealAll));
                print("checking, rows/s", ROWS / seconds(checkSeal::checkAll));
            }
        }
    }

    private void fill(UUID municipality) {
        database.sql("""
                        insert into access_look (id, at, organisation_id, node_id, actor_id, actor_kind, actor_name, part,
                            file_kind, file_id)
                        select uuidv7(), now(), ?, ?, gen_random_uuid(), 'USER', 'A. Medewerker', 'FILE', 'CASE',
                            gen_random_uuid() from generate_series(1, ?)
                        """).params(municipality, municipality, ROWS).update();
        database.sql("analyze access_look").update();
    }

    private static void act(UUID municipality) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new ActorAuthentication(new Actor(
                Ids.next(),
                "worker",
                "Worker",
                Actor.Kind.USER,
                Optional.of(municipality),
                StandardRole.CASE_WORKER.permissions(),
                Reach.whole(municipality),
                Language.NL)));
        SecurityContextHolder.setContext(context);
    }

    private static double median(Runnable call) {
        return IntStream.range(0, CALLS)
                .mapToDouble(i -> seconds(call) * 1000)
                .sorted()
                .toArray()[CALLS / 2];
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void print(String what, double figure) {
        System.out.printf(Locale.ROOT, "%s: %.2f%n", what, figure);
    }
}
