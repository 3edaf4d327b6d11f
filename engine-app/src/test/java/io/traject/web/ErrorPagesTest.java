package io.traject.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

@PageSlice
@Import(ErrorPagesTest.Failing.class)
@ExtendWith(OutputCaptureExtension.class)
class ErrorPagesTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void shouldShowTheReferenceNumberThatTheLogKnows(CapturedOutput log) throws Exception {
        HttpResponse<String> response = send(request("/failing/fault"));

        String reference = response.headers().firstValue("X-Correlation-Id").orElseThrow();
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body())
                .contains(reference)
                .contains("Dit ligt niet aan u")
                .doesNotContain("Kaboom");
        assertThat(log).contains("Request failed: GET /failing/fault").contains("Kaboom");
    }

    @Test
    void shouldSayThatSomethingIsNotThere() throws Exception {
        assertThat(send(request("/failing/not-found"))).satisfies(response -> {
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.body()).contains("Niet gevonden");
        });
        assertThat(send(request("/no-such-page")).statusCode()).isEqualTo(404);
    }

    @Test
    void shouldLeadARefusedActionBackToItsPage() throws Exception {
        HttpResponse<String> response = send(request("/failing/refused")
                .POST(HttpRequest.BodyPublishers.noBody())
                .header("Referer", "https://elsewhere.example/cases?page=2"));

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location")).hasValue("/cases?page=2");
    }

    @Test
    void shouldShowARefusalWithoutAPageToGoBackTo() throws Exception {
        HttpResponse<String> response = send(request("/failing/refused").POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body()).contains("Dit kan nu niet");
    }

    @Test
    void shouldKeepAWellFormedCorrelationIdOnly() throws Exception {
        assertThat(send(request("/no-such-page").header("X-Correlation-Id", "batch-2026.11_A"))
                        .headers()
                        .firstValue("X-Correlation-Id"))
                .hasValue("batch-2026.11_A");
        assertThat(send(request("/no-such-page").header("X-Correlation-Id", "<script>alert(1)</script>"))
                        .headers()
                        .firstValue("X-Correlation-Id")
                        .orElseThrow())
                .matches("[2-9a-z]{4}-[2-9a-z]{4}-[2-9a-z]{4}");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @TestConfiguration
    static class Failing {

        @Bean
        FailingController failingController() {
            return new FailingController();
        }
    }

    @Controller
    static class FailingController {

        @GetMapping("/failing/fault")
        String fault() {
            throw new IllegalStateException("Kaboom");
        }

        @GetMapping("/failing/not-found")
        String notFound() {
            throw new NotFoundException();
        }

        @PostMapping("/failing/refused")
        String refused() {
            return Outcome.<String>refused("test", "argument").orThrow();
        }
    }
}
