package io.traject.access.demo;

import io.traject.access.Permission;
import io.traject.access.accounts.ApiAccounts;
import io.traject.access.accounts.ApiCredentials;
import io.traject.access.accounts.CreateApiAccount;
import io.traject.access.accounts.NewApiAccount;
import io.traject.access.rights.StandardRights;
import io.traject.access.rights.UserGroups;
import io.traject.access.users.CreateUser;
import io.traject.access.users.NewUser;
import io.traject.access.users.OwnerOnlyFile;
import io.traject.access.users.Passwords;
import io.traject.access.users.UserAccounts;
import io.traject.access.users.Username;
import io.traject.kernel.DemoContribution;
import io.traject.kernel.EmailAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demo users and API account, with generated passwords in {@code demo-credentials.json}. When the file is there it stays
 * as it is; when it was lost everyone gets new credentials, since the old ones can't be read back.
 */
@Component
@Order(200)
@ConditionalOnBooleanProperty("traject.demo")
class DemoAccess implements DemoContribution {

    static final String FILE = "demo-credentials.json";

    private static final Username API_ACCOUNT = new Username("demo-api");

    private final UserAccounts users;
    private final ApiAccounts apiAccounts;
    private final CreateUser createUser;
    private final StandardRights rights;
    private final UserGroups groups;
    private final CreateApiAccount createApiAccount;
    private final JsonMapper json;
    private final Path file;

    DemoAccess(
            UserAccounts users,
            ApiAccounts apiAccounts,
            CreateUser createUser,
            StandardRights rights,
            UserGroups groups,
            CreateApiAccount createApiAccount,
            JsonMapper json,
            @Value("${traject.home}") Path home) {
        this.users = users;
        this.apiAccounts = apiAccounts;
        this.createUser = createUser;
        this.rights = rights;
        this.groups = groups;
        this.createApiAccount = createApiAccount;
        this.json = json;
        this.file = home.resolve(FILE);
    }

    /** The file's shape; programs read it. */
    record Credentials(List<UserCredentials> users, List<ApiCredentials> apiAccounts) {}

    record UserCredentials(String username, String password, String role) {}

    @Override
    @Transactional
    public void load() {
        if (Files.exists(file) && allExist()) {
            return;
        }
        DemoUser.ORGANISATIONS.forEach(rights::prepare);
        DemoUser.groups().stream()
                .filter(group -> groups.findById(group.id()).isEmpty())
                .forEach(groups::save);
        var credentials = new Credentials(
                DemoUser.ALL.stream().map(this::giveCredentials).toList(),
                List.of(createApiAccount.createOrReset(apiAccount())));
        OwnerOnlyFile.write(file, json.writerWithDefaultPrettyPrinter().writeValueAsString(credentials));
    }

    private boolean allExist() {
        return DemoUser.ALL.stream()
                        .allMatch(user -> users.findByUsername(user.username()).isPresent())
                && apiAccounts.findByUsername(API_ACCOUNT.value()).isPresent();
    }

    private NewApiAccount apiAccount() {
        return new NewApiAccount(
                API_ACCOUNT,
                "Demo",
                Optional.of(DemoUser.MUNICIPALITY),
                EnumSet.complementOf(EnumSet.of(Permission.OPERATIONS)),
                Set.of(rights.whole(DemoUser.MUNICIPALITY).id()));
    }

    private UserCredentials giveCredentials(DemoUser user) {
        String password = Passwords.generate();
        createUser.createOrReset(wanted(user), password);
        return new UserCredentials(user.username(), password, user.role().code());
    }

    private NewUser wanted(DemoUser user) {
        return new NewUser(
                new Username(user.username()),
                user.displayName(),
                Optional.of(new EmailAddress(user.username() + "@" + user.mailDomain())),
                user.organisation(),
                rights.role(user.organisation(), user.role()).id(),
                user.group()
                        .or(() -> user.organisation()
                                .map(whole -> rights.whole(whole).id()))
                        .map(Set::of)
                        .orElseGet(Set::of),
                Optional.empty());
    }
}
