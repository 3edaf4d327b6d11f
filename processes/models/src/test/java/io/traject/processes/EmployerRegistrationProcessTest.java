package io.traject.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Engine.Shared.class)
class EmployerRegistrationProcessTest {

    private static final Duration TWO_WEEKS = Duration.ofDays(14);

    private final UUID employerId = UUID.randomUUID();
    private final Engine engine;
    private final Instant restsUntil;
    private final Instance registration;

    EmployerRegistrationProcessTest(Engine engine) {
        this.engine = engine;
        restsUntil = engine.now().plus(TWO_WEEKS);
        registration = engine.start(
                Messages.EMPLOYER_DRAFTED,
                employerId,
                Map.of(Variables.EMPLOYER_ID, employerId.toString(), Variables.RESTS_UNTIL, restsUntil.toString()));
    }

    @Test
    void shouldWelcomeAPublishedEmployer() {
        claimStart();
        completeRegistration(true);
        publish(true);

        prepareWelcome("a-mail");
        assertThat(registration.takeJob(JobTypes.SEND_MAIL)).satisfies(job -> {
            assertThat(job.getVariable(Variables.MAIL_ID)).isEqualTo("a-mail");
            registration.complete(job, Map.of());
        });
        registration.awaitEnd("EmployerPublished");
    }

    @Test
    void shouldEndWithoutAMailWhereNobodyCanBeWelcomed() {
        claimStart();
        completeRegistration(true);
        publish(true);

        prepareWelcome(null);

        registration.awaitEnd("EmployerPublished");
        assertThat(registration.passed()).doesNotContain("SendWelcome");
    }

    @Test
    void shouldAskAgainWhileTheRegistrationIsIncomplete() {
        claimStart();
        completeRegistration(false);
        completeRegistration(false);
        completeRegistration(true);

        registration.openTask("PublishEmployer", TaskTypes.PUBLISH_EMPLOYER);
    }

    @Test
    void shouldGoBackToARegistrationThatBecameIncomplete() {
        claimStart();
        completeRegistration(true);
        publish(false);

        completeRegistration(true);
        publish(true);

        prepareWelcome(null);
        registration.awaitEnd("EmployerPublished");
    }

    @Test
    void shouldRemindAgainAndAgainWhileTheRegistrationRests() {
        // given
        claimStart();
        registration.awaitReached("AwaitRest");
        Instant again = restsUntil.plus(TWO_WEEKS);

        // when
        engine.advance(TWO_WEEKS);
        prepareReminder("a-reminder", again);
        registration.completeJob(JobTypes.SEND_MAIL);
        engine.advance(TWO_WEEKS);

        // then somebody has worked on it since
        Instant later = again.plus(TWO_WEEKS);
        prepareReminder(null, later);
        completeRegistration(true);
        publish(true);
        prepareWelcome(null);
        registration.awaitEnd("EmployerPublished");
        assertThat(registration.timers()).containsExactly(restsUntil, again, later);
        assertThat(registration.passed()).containsOnlyOnce("SendReminder");
    }

    @Test
    void shouldNotWaitForAReminderOncePublished() {
        claimStart();
        engine.advance(TWO_WEEKS);
        registration.failJob(JobTypes.PREPARE_EMPLOYER_REMINDER);
        registration.awaitIncident("PrepareReminder");
        completeRegistration(true);

        publish(true);

        prepareWelcome(null);
        registration.awaitPassed("EmployerPublished");
    }

    @Test
    void shouldEndWhereverItIsWhenCancelled() {
        claimStart();
        registration.openTask("CompleteRegistration", TaskTypes.COMPLETE_REGISTRATION);

        registration.receive(Messages.EMPLOYER_CANCELLED);

        registration.awaitTaskCancelled("CompleteRegistration");
        registration.awaitEnd("RegistrationCancelled");
    }

    @Test
    void shouldStartOnlyOnce() {
        var claim = registration.takeJob(JobTypes.CLAIM_START);
        assertThat(claim.getVariable(Variables.BUSINESS_KEY)).isEqualTo(employerId.toString());

        registration.complete(claim, Map.of(Variables.CLAIMED, false));

        registration.awaitEnd("AlreadyStarted");
    }

    private void claimStart() {
        registration.completeJob(JobTypes.CLAIM_START, Map.of(Variables.CLAIMED, true));
    }

    private void completeRegistration(boolean complete) {
        registration.openTask("CompleteRegistration", TaskTypes.COMPLETE_REGISTRATION);
        registration.completeTask("CompleteRegistration", Map.of());
        registration.completeJob(JobTypes.CHECK_REGISTRATION, Map.of(Variables.COMPLETE, complete));
    }

    private void publish(boolean published) {
        registration.openTask("PublishEmployer", TaskTypes.PUBLISH_EMPLOYER);
        registration.completeTask("PublishEmployer", Map.of(Variables.PUBLISHED, published));
    }

    private void prepareReminder(@Nullable String mailId, Instant next) {
        Map<String, Object> answer = new HashMap<>();
        answer.put(Variables.MAIL_ID, mailId);
        answer.put(Variables.RESTS_UNTIL, next.toString());
        registration.completeJob(JobTypes.PREPARE_EMPLOYER_REMINDER, answer);
    }

    private void prepareWelcome(@Nullable String mailId) {
        Map<String, Object> answer = new HashMap<>();
        answer.put(Variables.MAIL_ID, mailId);
        registration.completeJob(JobTypes.PREPARE_WELCOME, answer);
    }
}
