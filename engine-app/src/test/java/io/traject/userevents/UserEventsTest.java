package io.traject.userevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.traject.access.Reach;
import io.traject.access.StandardRole;
import io.traject.access.users.ChangeUser;
import io.traject.access.users.ChooseLanguage;
import io.traject.access.users.DeactivateUser;
import io.traject.access.users.ManagedUsers;
import io.traject.access.users.UserAccount;
import io.traject.access.users.UserChange;
import io.traject.events.EventSnapshot;
import io.traject.events.EventSnapshots;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Language;
import io.traject.kernel.RefusedException;
import io.traject.rules.triggers.Condition;
import io.traject.rules.triggers.Operator;
import io.traject.testing.Acting;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestEmployees;
import io.traject.testing.TrajectTest;
import io.traject.triggers.actions.ChosenAction;
import io.traject.triggers.editing.TestTriggers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens to users, as triggers know it. */
@TrajectTest
class UserEventsTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Autowired
    TestEmployees employees;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestTriggers triggers;

    @Autowired
    ManagedUsers users;

    @Autowired
    ChangeUser changeUser;

    @Autowired
    ChooseLanguage chooseLanguage;

    @Autowired
    DeactivateUser deactivate;

    @Autowired
    EventSnapshots snapshots;

    @Autowired
    JdbcClient database;

    private UUID provider;
    private UUID planner;
    private String address;

    @BeforeEach
    void employ() {
        provider = employees.provider();
        accounts.user(StandardRole.ADMINISTRATOR, provider);
        planner = accounts.user(StandardRole.PLANNER, provider).id();
        address = "planner-" + planner + "@example.com";
    }

    @Test
    void shouldTellWhatChangedAndNothingPersonal() throws Exception {
        change(StandardRole.AUDITOR, "Pieter de Planner");
        change(StandardRole.AUDITOR, "Pieter de Planner");

        EventSnapshot changed = newest();
        assertThat(snapshots.newest(provider, "user.changed", 10)).hasSize(1);
        assertThat(changed.subject()).isEqualTo(planner);
        assertThat(changed.facts().changed()).containsExactlyInAnyOrder("user.role", "user.hasEmail");
        assertThat(changed.facts().before())
                .containsEntry(
                        "user.role",
                        accounts.role(provider, StandardRole.PLANNER).toString())
                .containsEntry("user.hasEmail", false);
        assertThat(changed.facts().now())
                .containsEntry(
                        "user.role",
                        accounts.role(provider, StandardRole.AUDITOR).toString())
                .containsEntry("user.active", true)
                .doesNotContainKey("user.language");
        assertThat(database.sql("""
                        select e.facts::text || e.before_change::text || e.after_change::text || s.knowledge::text
                        from events_domain_event e join events_snapshot s on s.event_id = e.id where e.id = ?
                        """).param(changed.id()).query(String.class).single())
                .doesNotContain("Pieter", address);

        as(() -> {
            chooseLanguage.choose(planner, Language.EN);
            return planner;
        });
        assertThat(newest().facts().changed()).containsExactly("user.language");
        as(() -> deactivate.deactivate(planner).orThrow());
        assertThat(newest().facts().changed()).containsExactly("user.active");
        assertThat(newest().facts().now()).containsEntry("user.active", false);
    }

    @Test
    void shouldMailTheUserWhoGotAnotherRole() throws Exception {
        triggers.publish(
                provider,
                "Welcome, auditor",
                "user.changed",
                new Condition.Test(
                        "user.role",
                        Operator.BECAME,
                        accounts.role(provider, StandardRole.AUDITOR).toString()),
                mail("USER_CONCERNED"));

        change(StandardRole.AUDITOR, "Pieter de Planner");

        await().atMost(SOON).untilAsserted(() -> assertThat(mails()).containsExactly("Welkom, Pieter de Planner"));
    }

    @Test
    void shouldNotLetAMailGoToSomeoneOfWhomTheEventKnowsNothing() {
        assertThatThrownBy(() -> triggers.publish(
                        provider,
                        "Nobody there",
                        "user.changed",
                        new Condition.All(List.of()),
                        mail("EMPLOYER_ITSELF")))
                .isInstanceOf(RefusedException.class);
    }

    private static ChosenAction mail(String to) {
        return new ChosenAction(
                "send-mail",
                Map.of(
                        "to", to,
                        "subjectNl", "Welkom, {{user.name}}",
                        "textNl", "x",
                        "subjectEn", "Welcome, {{user.name}}",
                        "textEn", "x"));
    }

    private void change(StandardRole role, String name) throws Exception {
        as(() -> {
            UserAccount user = users.get(planner);
            return changeUser
                    .change(
                            planner,
                            new UserChange(
                                    user.version(),
                                    name,
                                    Optional.of(new EmailAddress(address)),
                                    Optional.empty(),
                                    accounts.role(provider, role),
                                    Set.of(accounts.whole(provider))))
                    .orThrow();
        });
    }

    private <T> T as(Callable<T> work) throws Exception {
        return Acting.as(StandardRole.ADMINISTRATOR, provider, Reach.whole(provider), work);
    }

    private EventSnapshot newest() {
        return snapshots.newest(provider, "user.changed", 1).getFirst();
    }

    private List<String> mails() {
        return database.sql("select subject from mail_outbox where to_address = ? and subject like 'Welkom%'")
                .param(address)
                .query(String.class)
                .list();
    }
}
