package io.traject.organisation.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.access.Reach;
import io.traject.access.StandardRole;
import io.traject.kernel.DemoContribution;
import io.traject.kernel.lists.Portion;
import io.traject.kernel.lists.Slice;
import io.traject.organisation.DemoTree;
import io.traject.organisation.employees.EmployeeFilter;
import io.traject.organisation.employees.EmployeeList;
import io.traject.organisation.employees.EmployeeSummary;
import io.traject.testing.Acting;
import io.traject.testing.TrajectTest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo's provider has people to plan for. */
@TrajectTest
class DemoEmployersTest {

    private static final UUID WELDING = UUID.fromString("00000000-0000-7000-8000-000000000204");

    @Autowired
    List<DemoContribution> contributions;

    @Autowired
    EmployeeList employees;

    @Autowired
    JdbcClient database;

    @Test
    void shouldBeLoadedOnce() throws Exception {
        List<DemoContribution> ofOrganisation = contributions.stream()
                .filter(one -> one.getClass().getPackageName().startsWith("io.traject.organisation"))
                .toList();

        Stream.of(1, 2).forEach(start -> ofOrganisation.forEach(DemoContribution::load));

        Slice<EmployeeSummary> all = list(Reach.whole(DemoTree.PROVIDER));
        assertThat(all.counted()).isEqualTo(30);
        assertThat(all.items())
                .allSatisfy(one -> assertThat(one.jobFunction()).isPresent())
                .extracting(EmployeeSummary::employer)
                .contains("Metaalwerken Zuid B.V.", "Thuiszorg De Linde", "Drukkerij Letterpers");
        assertThat(list(new Reach(Set.of(new Reach.Part(WELDING, true)))).counted())
                .isEqualTo(5);
        assertThat(count("organisation_contact_person")).isEqualTo(3);
        assertThat(count("organisation_finances")).isEqualTo(4);
    }

    private Slice<EmployeeSummary> list(Reach reach) throws Exception {
        return Acting.as(
                StandardRole.PLANNER,
                DemoTree.PROVIDER,
                reach,
                () -> employees.find(
                        new EmployeeFilter(Optional.empty(), false, Optional.empty()),
                        new Portion("name", false, 50, new Portion.From.Offset(0))));
    }

    private int count(String table) {
        return database.sql("select count(*) from " + table + " where organisation_id = ?")
                .param(DemoTree.PROVIDER)
                .query(Integer.class)
                .single();
    }
}
