package io.traject.testing;

import io.traject.access.Permission;
import io.traject.access.Reach;
import io.traject.access.StandardRole;
import io.traject.access.accounts.ApiCredentials;
import io.traject.access.accounts.CreateApiAccount;
import io.traject.access.accounts.IssueAccessToken;
import io.traject.access.accounts.NewApiAccount;
import io.traject.access.accounts.OneTimeCodes;
import io.traject.access.rights.StandardRights;
import io.traject.access.rights.UserGroup;
import io.traject.access.rights.UserGroups;
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
    private final StandardRights rights;
    private final UserGroups groups;
    private final CreateApiAccount createApiAccount;
    private final IssueAccessToken issueAccessToken;

    TestAccounts(
            CreateUser createUser,
            StandardRights rights,
            UserGroups groups,
            CreateApiAccount createApiAccount,
            IssueAccessToken issueAccessToken) {
        this.createUser = createUser;
        this.rights = rights;
        this.groups = groups;
        this.createApiAccount = createApiAccount;
        this.issueAccessToken = issueAccessToken;
    }

    /** A user who can sign in. */
    public record TestUser(UUID id, String username, String password) {}

    /** A user of the whole organisation. */
    public TestUser user(StandardRole role, UUID organisation) {
        rights.prepare(organisation);
        return user(
                role,
                Optional.of(organisation),
                Set.of(rights.whole(organisation).id()));
    }

    /** A user of these parts of the organisation, in a group of its own. */
    public TestUser user(StandardRole role, UUID organisation, Reach.Part... parts) {
        rights.prepare(organisation);
        UUID id = UUID.randomUUID();
        groups.save(new UserGroup(id, organisation, "Group " + id, Set.of(parts)));
        return user(role, Optional.of(organisation), Set.of(id));
    }

    public TestUser installationAdministrator() {
        return user(StandardRole.INSTALLATION_ADMINISTRATOR, Optional.empty(), Set.of());
    }

    private TestUser user(StandardRole role, Optional<UUID> organisation, Set<UUID> groupIds) {
        String username = "user-" + UUID.randomUUID();
        String password = "correct horse " + UUID.randomUUID();
        var user = new NewUser(
                new Username(username),
                "Test User",
                Optional.empty(),
                organisation,
                rights.role(organisation, role).id(),
                groupIds,
                Optional.empty());
        return new TestUser(createUser.create(user, password).id(), username, password);
    }

    /** The id of a shipped role. */
    public UUID role(UUID organisation, StandardRole role) {
        rights.prepare(organisation);
        return rights.role(Optional.of(organisation), role).id();
    }

    /** The id of the group of the whole organisation. */
    public UUID whole(UUID organisation) {
        rights.prepare(organisation);
        return rights.whole(organisation).id();
    }

    public ApiCredentials apiAccount(UUID organisation, Permission... permissions) {
        return apiAccount(organisation, whole(organisation), permissions);
    }

    private ApiCredentials apiAccount(UUID organisation, UUID group, Permission... permissions) {
        return createApiAccount.createOrReset(new NewApiAccount(
                new Username("api-" + UUID.randomUUID()),
                "Test",
                Optional.of(organisation),
                Set.of(permissions),
                Set.of(group)));
    }

    /** An access token of a new API account for this part of the organisation. */
    public String accessToken(UUID organisation, Reach.Part part, Permission... permissions) {
        UUID id = UUID.randomUUID();
        groups.save(new UserGroup(id, organisation, "Group " + id, Set.of(part)));
        return accessToken(apiAccount(organisation, id, permissions));
    }

    /** The password of this moment: API token and one-time code. */
    public static String password(ApiCredentials account) {
        return account.token() + OneTimeCodes.codeAt(account.totpSecret(), Instant.now());
    }

    /** An access token of a new API account. */
    public String accessToken(UUID municipality, Permission... permissions) {
        return accessToken(apiAccount(municipality, permissions));
    }

    private String accessToken(ApiCredentials account) {
        return issueAccessToken
                .issue(new Username(account.username()), password(account))
                .orThrow();
    }
}
