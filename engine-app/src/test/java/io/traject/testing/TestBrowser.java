package io.traject.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One headless Chromium for all tests of this JVM. A test that needs it is skipped, aloud, where none is installed. */
public final class TestBrowser {

    /** Other tests, and what they start, may have the processors meanwhile. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private TestBrowser() {}

    /** A fresh visitor: no cookies, a screen of this width, reading Dutch. */
    public static BrowserContext visitor(int width, ColorScheme scheme) {
        assumeTrue(Running.BROWSER.isPresent(), "NOT LOOKED AT: there is no Chromium on this machine");
        return Running.BROWSER
                .get()
                .newContext(new Browser.NewContextOptions()
                        .setLocale("nl-NL")
                        .setViewportSize(width, 900)
                        .setColorScheme(scheme));
    }

    /** Keeps what the page looks like in {@code target/look}. */
    public static void shoot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "look", name + ".png")));
    }

    /** WCAG 2.2 AA as far as axe can tell, and nothing wider than the screen. */
    public static void assertAccessible(Page page) {
        page.waitForLoadState();
        // What a sandboxed frame shows is somebody else's, and no script, axe's neither, runs in it. So there are no
        // frames
        // to put together, for which axe would open another page each time: half of what a look takes.
        assertThat(new AxeBuilder(page)
                        .setLegacyMode(true)
                        .exclude("iframe")
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                        .analyze()
                        .getViolations())
                .extracting(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
                .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("fits the width of the screen")
                .isEqualTo(true);
    }

    private static final class Running {

        static final Optional<Browser> BROWSER = Stream.of(
                        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .map(Running::start);

        private static Browser start(Path executable) {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            return playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable)
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
        }
    }
}
