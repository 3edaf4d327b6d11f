package io.traject.cases.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.broker.FreePort;
import io.traject.cases.documents.VirusScanner.Verdict;
import io.traject.testing.TestClamd;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ClamdScannerTest {

    @Test
    void shouldSendTheWholeFileAndHearThatItIsClean() throws Exception {
        try (var clamd = TestClamd.start()) {
            var content = new byte[300_000];

            assertThat(scan(clamd.port(), content)).isEqualTo(Verdict.CLEAN);
            assertThat(clamd.received()).isEqualTo(content);
        }
    }

    @Test
    void shouldHearThatAFileIsInfected() throws Exception {
        try (var clamd = TestClamd.start()) {
            assertThat(scan(clamd.port(), ("before " + TestClamd.VIRUS).getBytes(StandardCharsets.US_ASCII)))
                    .isEqualTo(Verdict.INFECTED);
        }
    }

    @Test
    void shouldNotTakeForCleanWhatTheScannerDoesNotWant() throws Exception {
        try (var clamd = TestClamd.startWithLimit(100_000)) {
            assertThat(scan(clamd.port(), new byte[10_000_000])).isEqualTo(Verdict.UNKNOWN);
        }
    }

    @Test
    void shouldNotTakeForCleanWhatTheScannerDiedOf() throws Exception {
        try (var clamd = TestClamd.start()) {
            assertThat(scan(clamd.port(), TestClamd.INDIGESTIBLE.getBytes(StandardCharsets.US_ASCII)))
                    .isEqualTo(Verdict.UNKNOWN);
        }
    }

    @Test
    void shouldNotTakeForCleanWhatNobodyLookedAt() {
        int nobody = FreePort.next();

        assertThat(scan(nobody, new byte[10])).isEqualTo(Verdict.UNKNOWN);
        assertThat(new ClamdScanner("127.0.0.1", nobody).answers()).isFalse();
    }

    @Test
    void shouldKnowWhetherTheScannerAnswers() throws Exception {
        try (var clamd = TestClamd.start()) {
            assertThat(new ClamdScanner("127.0.0.1", clamd.port()).answers()).isTrue();
        }
    }

    private static Verdict scan(int port, byte[] content) {
        return new ClamdScanner("127.0.0.1", port).scan(new ByteArrayInputStream(content));
    }
}
