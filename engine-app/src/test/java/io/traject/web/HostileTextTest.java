package io.traject.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Text that came from outside stays text, in whatever part it is shown. */
@PageSlice
@Import(HostileTextTest.Hostile.class)
class HostileTextTest {

    private static final String EVIL =
            "\"'><img src=x onerror=alert(1)><script>alert(2)</script>${1317*7919}[[${1317*7919}]]";

    @LocalServerPort
    private int port;

    @Test
    void shouldStayTextInEveryPart() throws Exception {
        HttpResponse<String> page = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/testing/hostile"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("&lt;script&gt;alert(2)&lt;/script&gt;${1317*7919}[[${1317*7919}]]")
                .doesNotContain("<img src=x")
                .doesNotContain("<script>alert")
                .doesNotContain("\"'>")
                .doesNotContain("10429323");
    }

    @TestConfiguration
    static class Hostile {

        @Bean
        HostileController hostileController() {
            return new HostileController();
        }
    }

    /** The example's form. */
    public record Form(String name) {}

    @Controller
    static class HostileController {

        @GetMapping("/testing/hostile")
        String show(Model model) {
            ListQuery query = new ListQuery("/testing/hostile", 2, 25, "name", false, Map.of("q", EVIL), "name");
            model.addAttribute("evil", EVIL);
            model.addAttribute("list", new ListPage<>(query, List.of(EVIL), 100, false));
            model.addAttribute("form", new Form(EVIL));
            model.addAttribute("options", List.of(new Option(EVIL, EVIL)));
            model.addAttribute("progress", new Progress(1, 1, 3, true));
            model.addAttribute(
                    "timeline",
                    List.of(TimelineEntry.of(Instant.EPOCH, Meaning.INFO, EVIL)
                            .by(EVIL)
                            .saying(EVIL)));
            model.addAttribute(
                    "sheet",
                    new SheetView(
                            List.of(EVIL),
                            List.of(new SheetView.Row(2, List.of(SheetView.Cell.marked(EVIL, Meaning.DANGER, EVIL))))));
            model.addAttribute(Flash.ATTRIBUTE, Flash.of(Meaning.INFO, "web.list.selectOne", EVIL));
            return "testing/hostile";
        }
    }
}
