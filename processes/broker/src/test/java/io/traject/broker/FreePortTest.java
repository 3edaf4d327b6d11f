package io.traject.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FreePortTest {

    @Test
    void shouldNeverChooseAPortTwiceAlthoughNobodyListensThere() {
        assertThat(Stream.generate(FreePort::next).limit(500)).doesNotHaveDuplicates();
    }

    @Test
    void shouldKeepWhatItHasChosenFromOtherProcesses() throws Exception {
        int port = FreePort.next();

        assertThat(claimedElsewhere(port)).isFalse();
    }

    private static boolean claimedElsewhere(int port) throws Exception {
        Process other = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Claim.class.getName(),
                        Integer.toString(port))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = other.inputReader()) {
            return Boolean.parseBoolean(output.readLine());
        }
    }

    /** Another process that would like to have the port. */
    static final class Claim {

        private Claim() {}

        public static void main(String[] port) throws Exception {
            System.out.println(FreePort.claim(Integer.parseInt(port[0])));
        }
    }
}
