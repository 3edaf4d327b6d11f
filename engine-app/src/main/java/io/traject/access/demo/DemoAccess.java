package io.traject.access.demo;

import io.traject.access.Permission;
import io.traject.access.StandardRole;
import io.traject.access.accounts.ApiAccounts;
import io.traject.access.accounts.ApiCredentials;
import io.traject.access.accounts.CreateApiAccount;
import io.traject.access.accounts.NewApiAccount;
import io.traject.access.rights.StandardRights;
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
import java.util.UUID;
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

    /** The municipality that the organisation room makes before. */
    private static final UUID MUNICIPALITY = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private static final List<DemoUser> USERS = List.of(
            new DemoUser("casper", "Casper de Wit", StandardRole.CASE_WORKER),
            new DemoUser("nadia", "Nadia el Amrani", StandardRole.CASE_WORKER),
            new DemoUser("fatima", "Fatima Yildiz", StandardRole.ADMINISTRATOR),
            new DemoUser("fred", "Fred Bakker", StandardRole.FUNCTIONAL_ADMINISTRATOR),
            new DemoUser("petra", "Petra Smit", StandardRole.PLANNER),
            new DemoUser("bram", "Bram Visser", StandardRole.PRACTITIONER),
            new DemoUser("anouk", "Anouk Peters", StandardRole.PROCESS_ANALYST),
            new DemoUser("arend", "Arend Mulder", StandardRole.AUDITOR),
            new DemoUser("beheer", "Beheer Traject", StandardRole.INSTALLATION_ADMINISTRATOR));

    private static final NewApiAccount API_ACCOUNT = new NewApiAccount(
            new Username("demo-api"),
            "Demo",
            Optional.of(MUNICIPALITY),
            EnumSet.complementOf(EnumSet.of(Permission.OPERATIONS)));

    private final UserAccounts users;
    private final ApiAccounts apiAccounts;
    private final CreateUser createUser;
    private final StandardRights rights;
    private final CreateApiAccount createApiAccount;
    private final JsonMapper json;
    private final Path file;

    DemoAccess(
            UserAccounts users,
            ApiAccounts apiAccounts,
            CreateUser createUser,
            StandardRights rights,
            CreateApiAccount createApiAccount,
            JsonMapper json,
            @Value("${traject.home}") Path home) {
        this.users = users;
        this.apiAccounts = apiAccounts;
        this.createUser = createUser;
        this.rights = rights;
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
        rights.prepare(MUNICIPALITY);
        var credentials = new Credentials(
                USERS.stream().map(this::giveCredentials).toList(),
                List.of(createApiAccount.createOrReset(API_ACCOUNT)));
        OwnerOnlyFile.write(file, json.writerWithDefaultPrettyPrinter().writeValueAsString(credentials));
    }

    private boolean allExist() {
        return USERS.stream()
                        .allMatch(user -> users.findByUsername(user.username()).isPresent())
                && apiAccounts.findByUsername(API_ACCOUNT.username().value()).isPresent();
    }

    private UserCredentials giveCredentials(DemoUser user) {
        String password = Passwords.generate();
        createUser.createOrReset(wanted(user), password);
        return new UserCredentials(user.username(), password, user.role().code());
    }

    private NewUser wanted(DemoUser user) {
        Optional<UUID> organisation =
                user.role() == StandardRole.INSTALLATION_ADMINISTRATOR ? Optional.empty() : Optional.of(MUNICIPALITY);
        return new NewUser(
                new Username(user.username()),
                user.displayName(),
                Optional.of(new EmailAddress(user.username() + "@waterdam.example")),
                organisation,
                rights.role(organisation, user.role()).id(),
                organisation.map(whole -> Set.of(rights.whole(whole).id())).orElseGet(Set::of),
                Optional.empty());
    }

    private record DemoUser(String username, String displayName, StandardRole role) {}
}
