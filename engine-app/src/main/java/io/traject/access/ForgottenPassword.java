package io.traject.access;

import io.traject.access.users.Passwords;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Lets a user in whose password nobody knows any more; for whoever has the database itself, while no application runs. */
public final class ForgottenPassword {

    private ForgottenPassword() {}

    /**
     * Gives an active user a new generated password, to be changed at once, and ends all sessions of this user.
     *
     * @return the password; empty if there is no active user with this name
     */
    public static Optional<String> replace(Connection database, String username) throws SQLException {
        Optional<UUID> user = activeUser(database, username.toLowerCase(Locale.ROOT));
        if (user.isEmpty()) {
            return Optional.empty();
        }
        String password = Passwords.generate();
        String hash = Objects.requireNonNull(Passwords.encoder().encode(password));
        database.setAutoCommit(false);
        try (var change = database.prepareStatement(
                        "update access_user set password_hash = ?, version = version + 1 where id = ?");
                var demand = database.prepareStatement("insert into access_password_change_due"
                        + " (user_id, since, to_be_told) values (?, now(), true)"
                        + " on conflict (user_id) do update set to_be_told = true");
                var end = database.prepareStatement("delete from access_session where principal_name = ?")) {
            change.setString(1, hash);
            change.setObject(2, user.get());
            change.executeUpdate();
            demand.setObject(1, user.get());
            demand.executeUpdate();
            end.setString(1, user.get().toString());
            end.executeUpdate();
        }
        database.commit();
        return Optional.of(password);
    }

    private static Optional<UUID> activeUser(Connection database, String username) throws SQLException {
        try (var query = database.prepareStatement("select id from access_user where username = ? and active")) {
            query.setString(1, username);
            try (var rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getObject("id", UUID.class)) : Optional.empty();
            }
        }
    }
}
