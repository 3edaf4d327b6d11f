package io.traject.access.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.access.StandardRole;
import io.traject.access.accounts.ApiAccounts;
import io.traject.access.accounts.ApiCredentials;
import io.traject.access.accounts.CreateApiAccount;
import io.traject.access.accounts.IssueAccessToken;
import io.traject.access.rights.StandardRights;
import io.traject.access.rights.UserGroups;
import io.traject.access.users.CreateUser;
import io.traject.access.users.UserAccounts;
import io.traject.access.users.Username;
import io.traject.kernel.Outcome;
import io.traject.testing.Browser;
import io.traject.testing.TestAccounts;
import io.traject.testing.TrajectTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TrajectTest
class DemoAccessTest {

    @LocalServerPort
    int port;

    @Value("${traject.home}")
    Path applicationHome;

    @Autowired
    UserAccounts users;

    @Autowired
    ApiAccounts apiAccounts;

    @Autowired
    CreateUser createUser;

    @Autowired
    StandardRights rights;

    @Autowired
    UserGroups groups;

    @Autowired
    CreateApiAccount createApiAccount;

    @Autowired
    IssueAccessToken issueAccessToken;

    @Autowired
    JsonMapper json;

    @TempDir
    Path home;

    private DemoAccess demo;
    private Path file;

    @BeforeEach
    void make() {
        demo = new DemoAccess(users, apiAccounts, createUser, rights, groups, createApiAccount, json, home);
        file = home.resolve("demo-credentials.json");
    }

    @Test
    void shouldWriteCredentialsThatWork() throws Exception {
        demo.load();

        JsonNode credentials = json.readTree(file);
        assertThat(credentials
                        .get("users")
                        .valueStream()
                        .map(user -> user.get("role").asString()))
                .containsAll(Arrays.stream(StandardRole.values())
                        .map(StandardRole::code)
                        .toList());
        JsonNode casper = credentials.at("/users/0");
        assertThat(Browser.location(new Browser(port)
                        .signIn(
                                casper.get("username").asString(),
                                casper.get("password").asString())))
                .isEqualTo("/");
        JsonNode api = credentials.at("/apiAccounts/0");
        var account = new ApiCredentials(
                api.get("username").asString(),
                api.get("token").asString(),
                api.get("totpSecret").asString());
        assertThat(issueAccessToken.issue(new Username(account.username()), TestAccounts.password(account)))
                .isInstanceOf(Outcome.Done.class);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldKeepTheFileAsLongAsItIsThere() throws Exception {
        demo.load();
        String first = Files.readString(file);

        demo.load();
        assertThat(Files.readString(file)).isEqualTo(first);

        Files.delete(file);
        demo.load();
        assertThat(Files.readString(file)).isNotEqualTo(first);
    }

    @Test
    void shouldLetTheFirstAdministratorIn() throws Exception {
        Path credentials = applicationHome.resolve("first-administrator.txt");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(credentials)))
                .isEqualTo("rw-------");
        List<String> lines = Files.readAllLines(credentials);
        assertThat(Browser.location(new Browser(port).signIn(value(lines.get(0)), value(lines.get(1)))))
                .isEqualTo("/");
    }

    private static String value(String line) {
        return line.substring(line.indexOf(": ") + 2);
    }
}
