package io.traject.access.users;

import io.traject.access.AuditedObject;
import io.traject.access.ObjectReferences;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Users and API accounts are named by what they sign in with. */
@Configuration
class AccountReferences {

    @Bean
    ObjectReferences userReferences(JdbcClient database) {
        return new ByUsername("user", "access_user", database);
    }

    @Bean
    ObjectReferences apiAccountReferences(JdbcClient database) {
        return new ByUsername("api-account", "access_api_account", database);
    }

    private record ByUsername(String kind, String table, JdbcClient database) implements ObjectReferences {

        private static final String OF_ORGANISATION = " where coalesce(organisation_id, ?) = ? and ";

        private record Account(UUID id, String username) {}

        @Override
        public Map<UUID, String> of(UUID organisation, Set<UUID> ids) {
            return database
                    .sql("select id, username from " + table + OF_ORGANISATION + "id = any(?)")
                    .params(AuditedObject.INSTALLATION, organisation, ids.toArray(UUID[]::new))
                    .query((row, n) -> new Account(row.getObject(1, UUID.class), row.getString(2)))
                    .list()
                    .stream()
                    .collect(Collectors.toMap(Account::id, Account::username));
        }

        @Override
        public Optional<UUID> find(UUID organisation, String reference) {
            return database.sql("select id from " + table + OF_ORGANISATION + "username = ?")
                    .params(AuditedObject.INSTALLATION, organisation, reference.toLowerCase(Locale.ROOT))
                    .query(UUID.class)
                    .optional();
        }
    }
}
