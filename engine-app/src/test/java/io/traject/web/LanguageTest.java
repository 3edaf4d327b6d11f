package io.traject.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.kernel.Language;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PageSlice
class LanguageTest {

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Autowired
    private PageSlice.Visit visit;

    @LocalServerPort
    private int port;

    @AfterEach
    void signInAgain() {
        visit.begin(Language.NL);
    }

    @Test
    void shouldSpeakDutchToAStrangerWhoAsksForNothing() throws Exception {
        visit.end();

        assertThat(language(request())).isEqualTo("nl");
        assertThat(language(request().header("Accept-Language", "fr,de;q=0.8"))).isEqualTo("nl");
    }

    @Test
    void shouldSpeakTheBrowsersLanguageToAStranger() throws Exception {
        visit.end();

        assertThat(language(request().header("Accept-Language", "fr,en-US;q=0.9,nl;q=0.8")))
                .isEqualTo("en");
    }

    @Test
    void shouldKeepWhatAStrangerChose() throws Exception {
        visit.end();
        choose(Language.EN);

        assertThat(language(request().header("Accept-Language", "nl"))).isEqualTo("en");
    }

    @Test
    void shouldKeepTheChoiceInTheAccountAndGoBackToThePage() throws Exception {
        visit.begin(Language.NL);

        assertThat(choose(Language.EN).headers().firstValue("Location")).hasValue("/cases?page=2");
        assertThat(visit.current()).get().extracting(Visitor::language).isEqualTo(Language.EN);
        assertThat(language(request().header("Accept-Language", "nl"))).isEqualTo("en");
    }

    private HttpResponse<String> choose(Language language) throws Exception {
        return http.send(
                HttpRequest.newBuilder(address("/language"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "language=" + language + "&back=https%3A%2F%2Felsewhere.example%2Fcases%3Fpage%3D2"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String language(HttpRequest.Builder request) throws Exception {
        String page =
                http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
        return page.replaceFirst("(?s).*?<html[^>]*lang=\"(\\w+)\".*", "$1");
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(address("/"));
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
