package io.traject.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.traject.testing.TestBrowser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The example page of the parts in a real browser. */
@PageSlice
class PartsTest {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "390, LIGHT", "390, DARK"})
    void shouldBeAccessibleAndFitTheScreen(int width, ColorScheme scheme) {
        try (BrowserContext visitor = TestBrowser.visitor(width, scheme)) {
            Page page = visitor.newPage();
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.navigate(parts());
            TestBrowser.shoot(page, "parts-%d-%s".formatted(width, scheme));

            TestBrowser.assertAccessible(page);
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void shouldOpenTheQuestionAsADialog() {
        try (BrowserContext visitor = TestBrowser.visitor(1280, ColorScheme.LIGHT)) {
            Page page = visitor.newPage();
            page.navigate(parts());
            page.click("a[data-dialog=cancel]");

            assertThat(page.isVisible("dialog#cancel")).isTrue();
            TestBrowser.assertAccessible(page);
            page.keyboard().press("Escape");
            assertThat(page.isVisible("dialog#cancel")).isFalse();
        }
    }

    @Test
    void shouldLeadFromTheSummaryToTheWrongField() {
        try (BrowserContext visitor = TestBrowser.visitor(390, ColorScheme.LIGHT)) {
            Page page = visitor.newPage();
            page.navigate(parts());
            page.fill("#email", "not an address");
            page.click("text=Opslaan");
            TestBrowser.shoot(page, "parts-errors");

            assertThat(page.evaluate("document.activeElement.classList.contains('error-summary')"))
                    .isEqualTo(true);
            assertThat(page.inputValue("#email")).isEqualTo("not an address");
            TestBrowser.assertAccessible(page);
            page.click(".error-summary a[href='#email']");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("email");
        }
    }

    @Test
    void shouldCountTheSelection() {
        try (BrowserContext visitor = TestBrowser.visitor(1280, ColorScheme.LIGHT)) {
            Page page = visitor.newPage();
            page.navigate(parts());
            page.check("[data-select-all]");

            assertThat(page.textContent("[data-selected]")).isEqualTo("Aantal geselecteerd: 8");
        }
    }

    @Test
    void shouldShowProgressUntilItIsDone() {
        try (BrowserContext visitor = TestBrowser.visitor(1280, ColorScheme.LIGHT)) {
            Page page = visitor.newPage();
            page.navigate(parts());

            page.waitForSelector("#running:not([hx-get])", new Page.WaitForSelectorOptions().setTimeout(30_000));
            assertThat(page.textContent("#running .progress-percent")).isEqualTo("100 %");
        }
    }

    @Test
    void shouldOpenTheMenuOnAPhone() {
        try (BrowserContext visitor = TestBrowser.visitor(390, ColorScheme.LIGHT)) {
            Page page = visitor.newPage();
            page.navigate(parts());
            assertThat(page.isVisible("#rail")).isFalse();
            page.click(".menu-button");

            assertThat(page.isVisible("#rail a[aria-current=page]")).isTrue();
            assertThat(page.isVisible("#rail a[href='/hidden']")).isFalse();
            TestBrowser.assertAccessible(page);
        }
    }

    @Test
    void shouldKeepTheRailNarrow() {
        try (BrowserContext visitor = TestBrowser.visitor(1280, ColorScheme.LIGHT)) {
            Page page = visitor.newPage();
            page.navigate(parts() + "?page=2");
            page.click(".rail-width button");

            assertThat(page.url()).endsWith("/development/parts?page=2");
            assertThat(page.isVisible("body.narrow")).isTrue();
            assertThat(page.locator("#rail").boundingBox().width).isLessThan(80);
            TestBrowser.assertAccessible(page);
            TestBrowser.shoot(page, "parts-narrow");
        }
    }

    private String parts() {
        return "http://127.0.0.1:" + port + "/development/parts";
    }
}
