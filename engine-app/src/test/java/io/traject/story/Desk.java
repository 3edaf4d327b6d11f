package io.traject.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.traject.testing.RunningApplication;
import io.traject.testing.TestBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at work with a browser, on an application with demo data. Every page that is looked at must be accessible. */
final class Desk implements AutoCloseable {

    private static final int WIDTH = 1280;
    private static final int WIDTH_OF_A_PHONE = 390;
    private static final double PATIENCE = 60_000;
    private static final Set<String> LOOKED_AT = ConcurrentHashMap.newKeySet();

    private final RunningApplication application;
    private final BrowserContext context;
    private final Page page;

    private Desk(RunningApplication application, int width) {
        this.application = application;
        this.context = TestBrowser.visitor(width, ColorScheme.LIGHT);
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
    }

    /** Signs in by keyboard. @param home the application's data folder, where the demo passwords are */
    static Desk of(RunningApplication application, Path home, String username) throws IOException {
        Desk desk = new Desk(application, WIDTH);
        desk.go("/");
        desk.look("sign-in");
        desk.page.locator("input[name=username]").fill(username);
        desk.page.locator("input[name=password]").fill(password(home, username));
        desk.page.keyboard().press("Enter");
        assertThat(desk.link("Dashboard")).isVisible();
        desk.look("dashboard-of-" + username);
        return desk;
    }

    /** Somebody at home with a phone, who doesn't sign in. */
    static Desk onAPhone(RunningApplication application) {
        return new Desk(application, WIDTH_OF_A_PHONE);
    }

    Page page() {
        return page;
    }

    Page go(String path) {
        page.navigate(application.address(path).toString());
        return page;
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, named(name)).first();
    }

    void press(String button) {
        page.getByRole(AriaRole.BUTTON, named(button)).first().click();
    }

    /** Uploads residents, and leaves the visitor where that leads. */
    void upload(Path file) {
        go("/re-examinations/new");
        page.locator("input[type=file]").setInputFiles(file);
        press("Upload en ga verder");
        page.waitForLoadState();
    }

    /** On a desk and on a phone; without anything that axe objects to. Once for each name: a second look costs as much. */
    void look(String name) {
        if (!LOOKED_AT.add(name)) {
            return;
        }
        var size = page.viewportSize();
        page.setViewportSize(WIDTH, 900);
        TestBrowser.shoot(page, "story-" + name + "-1280");
        TestBrowser.assertAccessible(page);
        page.setViewportSize(WIDTH_OF_A_PHONE, 844);
        TestBrowser.shoot(page, "story-" + name + "-390");
        TestBrowser.assertAccessible(page);
        page.setViewportSize(size.width, size.height);
    }

    void look(String path, String name) {
        go(path);
        look(name);
    }

    static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }

    private static String password(Path home, String username) throws IOException {
        for (JsonNode user : new JsonMapper()
                .readTree(Files.readString(home.resolve("demo-credentials.json")))
                .get("users")) {
            if (user.get("username").asString().equals(username)) {
                return user.get("password").asString();
            }
        }
        throw new IllegalStateException(username);
    }

    @Override
    public void close() {
        context.close();
    }
}
