package io.traject.reexamination;

import io.traject.cases.Case;
import io.traject.cases.CaseDirectory;
import io.traject.communication.Communication;
import io.traject.communication.Correction;
import io.traject.communication.FileOfCase;
import io.traject.communication.ResendCommunication;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Outcome;
import io.traject.processes.TaskTypes;
import io.traject.processes.Variables;
import io.traject.tasks.Completion;
import io.traject.tasks.Task;
import io.traject.tasks.TaskForm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A mail did not arrive: send it to another address, write a letter, or leave it. */
@Component
class CorrectAddressForm implements TaskForm {

    private static final String RESEND = "resend";
    private static final String LETTER = "letter";
    private static final String LEAVE = "leave";
    private static final Duration DUE = Duration.ofDays(3);

    private final CaseDirectory cases;
    private final FileOfCase file;
    private final ResendCommunication resendCommunication;

    CorrectAddressForm(CaseDirectory cases, FileOfCase file, ResendCommunication resendCommunication) {
        this.cases = cases;
        this.file = file;
        this.resendCommunication = resendCommunication;
    }

    /**
     * The mail that did not arrive.
     *
     * @param reason code of why, as far as the mail server's words tell
     * @param words of the mail server
     */
    record BouncedMail(
            Communication mail,
            String to,
            String reason,
            @Nullable String words) {

        @Override
        public String toString() {
            return "BouncedMail[" + mail.id() + "]";
        }
    }

    @Override
    public String type() {
        return TaskTypes.CORRECT_ADDRESS;
    }

    @Override
    public List<String> outcomes() {
        return List.of(RESEND, LETTER, LEAVE);
    }

    @Override
    public List<String> outcomesWithEmail() {
        return List.of(RESEND);
    }

    /** There the letter waits to be printed. */
    @Override
    public boolean leadsToCase(String outcome) {
        return outcome.equals(LETTER);
    }

    @Override
    public Duration dueWithin() {
        return DUE;
    }

    @Override
    public Optional<Details> details(Task task) {
        return task.concerns().map(id -> {
            Communication mail = file.entry(task.caseId(), id).communication();
            return new Details(
                    "reexamination/bounced-mail :: details",
                    new BouncedMail(
                            mail,
                            file.mail(mail).to(),
                            BounceReason.of(mail.failureDetail()).code(),
                            mail.failureDetail()));
        });
    }

    @Override
    public Outcome<Map<String, Object>> complete(Task task, Completion completion) {
        return switch (completion.outcome()) {
            case RESEND ->
                EmailAddress.parse(Objects.requireNonNullElse(completion.email(), "")
                                .strip())
                        .map(email -> resend(task, new Correction.Email(email), completion))
                        .orElseGet(() -> Outcome.refused("email-invalid"));
            case LETTER -> resend(task, new Correction.LetterInstead(), completion);
            default -> goOn(completion);
        };
    }

    private Outcome<Map<String, Object>> resend(Task task, Correction correction, Completion completion) {
        Case about = cases.get(task.caseId());
        UUID mail = task.concerns().orElseThrow();
        return switch (resendCommunication.carryOut(about, mail, correction)) {
            case Outcome.Refused<Communication>(var refusal) -> new Outcome.Refused<>(refusal);
            case Outcome.Done<Communication> done -> goOn(completion);
        };
    }

    private static Outcome<Map<String, Object>> goOn(Completion completion) {
        return Outcome.done(Map.of(Variables.OUTCOME, completion.outcome()));
    }
}
