package io.traject.testing;

import io.traject.access.Permission;
import io.traject.access.StandardRole;
import io.traject.access.accounts.ApiCredentials;
import io.traject.access.accounts.CreateApiAccount;
import io.traject.access.accounts.IssueAccessToken;
import io.traject.access.accounts.NewApiAccount;
import io.traject.access.accounts.OneTimeCodes;
import io.traject.access.users.CreateUser;
import io.traject.access.users.NewUser;
import io.traject.access.users.Username;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes users and API accounts, each for one test. */
@Component
public class TestAccounts {

    private final CreateUser createUser;
    private final CreateApiAccount createApiAccount;
    private final IssueAccessToken issueAccessToken;

    TestAccounts(CreateUser createUser, CreateApiAccount createApiAccount, IssueAccessToken issueAccessToken) {
        this.createUser = createUser;
        this.createApiAccount = createApiAccount;
        this.issueAccessToken = issueAccessToken;
    }

    /** A user who can sign in. */
    public record TestUser(UUID id, String username, String password) {}

    public TestUser user(StandardRole role, UUID municipality) {
        return user(role, Optional.of(municipality));
    }

    public TestUser installationAdministrator() {
        return user(StandardRole.INSTALLATION_ADMINISTRATOR, Optional.empty());
    }

    private TestUser user(StandardRole role, Optional<UUID> municipality) {
        String username = "user-" + UUID.randomUUID();
        String password = "correct horse " + UUID.randomUUID();
        var user = new NewUser(new Username(username), "Test User", Optional.empty(), municipality, role);
        return new TestUser(createUser.create(user, password).id(), username, password);
    }

    public ApiCredentials apiAccount(UUID municipality, Permission... permissions) {
        return createApiAccount.createOrReset(new NewApiAccount(
                new Username("api-" + UUID.randomUUID()), "Test", Optional.of(municipality), Set.of(permissions)));
    }

    /** The password of this moment: API token and one-time code. */
    public static String password(ApiCredentials account) {
        return account.token() + OneTimeCodes.codeAt(account.totpSecret(), Instant.now());
    }

    /** An access token of a new API account. */
    public String accessToken(UUID municipality, Permission... permissions) {
        ApiCredentials account = apiAccount(municipality, permissions);
        return issueAccessToken
                .issue(new Username(account.username()), password(account))
                .orThrow();
    }
}
