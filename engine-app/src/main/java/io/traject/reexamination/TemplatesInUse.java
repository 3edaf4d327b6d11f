package io.traject.reexamination;

import io.traject.communication.Channel;
import io.traject.communication.TemplateCategory;
import io.traject.communication.TemplateKind;
import io.traject.communication.TemplateUse;
import io.traject.communication.Templates;
import io.traject.kernel.Language;
import io.traject.kernel.MailLanguages;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The templates of a re-examination, and which batches still need them. Those in the language that there must be
 * templates in stand in for all others; one in another language is needed while a resident is to be mailed who reads it.
 */
@Component
class TemplatesInUse implements TemplateUse {

    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final ReadersOfBatch readers;
    private final MailLanguages mailLanguages;

    TemplatesInUse(JdbcClient jdbc, ReadersOfBatch readers, MailLanguages mailLanguages) {
        this.jdbc = jdbc;
        this.readers = readers;
        this.mailLanguages = mailLanguages;
    }

    @Bean
    static TemplateCategory reExaminationTemplates() {
        return new TemplateCategory(
                "re-examination",
                10,
                List.of(
                        TemplateKind.INVITATION_MAIL,
                        TemplateKind.INVITATION_LETTER,
                        TemplateKind.REMINDER_MAIL,
                        TemplateKind.FOLLOW_UP_LETTER));
    }

    @Override
    public List<User> of(UUID municipality, TemplateKind kind, Language language) {
        if (language == Templates.REQUIRED) {
            return users(candidates(municipality, kind, MOST).stream());
        }
        if (kind.channel() == Channel.LETTER || !mailLanguages.mayWrite(language, municipality)) {
            return List.of();
        }
        return users(candidates(municipality, kind, Integer.MAX_VALUE).stream()
                .filter(candidate -> kind == TemplateKind.REMINDER_MAIL
                        ? readers.anyWithOpenCase(candidate.batch(), municipality, language)
                        : readers.any(candidate.batch(), municipality, language)));
    }

    private static List<User> users(Stream<Candidate> candidates) {
        return candidates
                .limit(MOST)
                .map(candidate ->
                        new User(candidate.fileName(), "/re-examinations/" + candidate.batch(), candidate.reasonKey()))
                .toList();
    }

    /** A batch with residents to whom the kind of template is still to be sent, in whichever language. */
    private record Candidate(UUID batch, String fileName, String reasonKey) {}

    private List<Candidate> candidates(UUID municipality, TemplateKind kind, int atMost) {
        return switch (kind) {
            case INVITATION_MAIL -> toBeInvited(municipality, "mail_count + both_count", atMost);
            case INVITATION_LETTER -> toBeInvited(municipality, "letter_count + both_count", atMost);
            case REMINDER_MAIL, FOLLOW_UP_LETTER -> withOpenCases(municipality, atMost);
            case EMPLOYER_WELCOME -> List.of();
        };
    }

    private List<Candidate> toBeInvited(UUID municipality, String recipients, int atMost) {
        return candidates(
                municipality,
                "b.state in ('CHECKED', 'CREATING', 'CREATED', 'DISPATCHING', 'PAUSED') and " + recipients + " > 0",
                "reexamination.use.invitations",
                atMost);
    }

    private List<Candidate> withOpenCases(UUID municipality, int atMost) {
        return candidates(municipality, """
                b.state in ('CREATED', 'DISPATCHING', 'PAUSED', 'DISPATCHED')
                and exists (select from reexamination_resident r join reexamination_open_case o on o.case_id = r.case_id
                            where r.batch_id = b.id)""", "reexamination.use.openCases", atMost);
    }

    private List<Candidate> candidates(UUID municipality, String condition, String reasonKey, int atMost) {
        return jdbc.sql("select b.id, b.file_name from reexamination_batch b where b.municipality_id = ? and "
                        + condition + " order by b.uploaded_at desc limit ?")
                .params(municipality, atMost)
                .query((row, number) ->
                        new Candidate(row.getObject("id", UUID.class), row.getString("file_name"), reasonKey))
                .list();
    }
}
