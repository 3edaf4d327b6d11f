package io.traject.organisation.employers;

import io.traject.access.OrganisationSetUpCheck;
import io.traject.access.Permission;
import io.traject.kernel.SetUpCheck.Finding;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A provider works for employers, and has to know whom to turn to there. */
@Component
@Order(41)
class EmployersCheck implements OrganisationSetUpCheck {

    private final JdbcClient database;

    EmployersCheck(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String titleKey() {
        return "organisation.check.employers";
    }

    @Override
    public Permission mendedWith() {
        return Permission.CONFIGURATION;
    }

    private record Counted(long published, long withoutContact, boolean provider) {}

    @Override
    public Optional<Finding> look(UUID organisation) {
        Counted counted = database.sql("""
                        select count(e.id) as published,
                            count(e.id) filter (where not exists (select from organisation_contact_person c
                                where c.node_id = e.id and c.archived_at is null)) as without_contact,
                            exists (select from organisation_node where id = :organisation and kind = 'PROVIDER') as provider
                        from organisation_node e
                        where e.root_id = :organisation and e.kind = 'EMPLOYER' and e.archived_at is null
                        """)
                .param("organisation", organisation)
                .query((row, n) -> new Counted(
                        row.getLong("published"), row.getLong("without_contact"), row.getBoolean("provider")))
                .single();
        if (counted.provider() && counted.published() == 0) {
            return Optional.of(
                    Finding.missing("organisation.check.employers.none").mendedAt("/employers/new"));
        }
        if (counted.published() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                counted.withoutContact() == 0
                        ? Finding.ok("organisation.check.employers.ok", counted.published())
                        : Finding.warning("organisation.check.employers.withoutContact", counted.withoutContact())
                                .mendedAt("/organisation"));
    }
}
