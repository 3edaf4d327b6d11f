package io.traject.access.users;

import io.traject.access.StandardRole;
import io.traject.access.rights.StandardRights;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets someone in at the first start: an administrator of the installation with a generated password, written to a file
 * for the owner of the data folder. Does nothing as soon as there is a user.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CreateFirstAdministrator implements ApplicationRunner {

    static final String FILE = "first-administrator.txt";

    private static final Logger log = LoggerFactory.getLogger(CreateFirstAdministrator.class);
    private static final Username USERNAME = new Username("administrator");

    private final UserAccounts users;
    private final CreateUser createUser;
    private final StandardRights rights;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Path file;

    CreateFirstAdministrator(
            UserAccounts users,
            CreateUser createUser,
            StandardRights rights,
            JdbcClient database,
            TransactionTemplate transaction,
            @Value("${traject.home}") Path home) {
        this.users = users;
        this.createUser = createUser;
        this.rights = rights;
        this.database = database;
        this.transaction = transaction;
        this.file = home.resolve(FILE);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transaction.executeWithoutResult(status -> {
            // Two instances may start at once for the first time.
            database.sql("lock table access_user in share row exclusive mode").update();
            if (!users.existsByActiveTrue()) {
                create();
            }
        });
    }

    /** Writes the file before the commit: a user whose password nobody knows would lock everyone out. */
    private void create() {
        String password = Passwords.generate();
        createUser.create(
                new NewUser(
                        USERNAME,
                        "Administrator",
                        Optional.empty(),
                        Optional.empty(),
                        rights.role(Optional.empty(), StandardRole.INSTALLATION_ADMINISTRATOR)
                                .id(),
                        Set.of(),
                        Optional.empty()),
                password);
        OwnerOnlyFile.write(file, "username: %s%npassword: %s%n".formatted(USERNAME.value(), password));
        log.info("The first administrator's name and password are in {}", file.toAbsolutePath());
    }
}
