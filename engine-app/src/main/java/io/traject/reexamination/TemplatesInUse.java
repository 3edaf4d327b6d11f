package io.traject.reexamination;

import io.traject.communication.TemplateCategory;
import io.traject.communication.TemplateKind;
import io.traject.communication.TemplateUse;
import io.traject.kernel.Language;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The templates of a re-examination, and which batches still need them. The Dutch ones: they go to everyone. */
@Component
class TemplatesInUse implements TemplateUse {

    private static final int MOST = 20;

    private final JdbcClient jdbc;

    TemplatesInUse(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
        if (language != Language.NL) {
            return List.of();
        }
        return switch (kind) {
            case INVITATION_MAIL -> toBeInvited(municipality, "mail_count + both_count");
            case INVITATION_LETTER -> toBeInvited(municipality, "letter_count + both_count");
            case REMINDER_MAIL, FOLLOW_UP_LETTER -> withOpenCases(municipality);
            case EMPLOYER_WELCOME -> List.of();
        };
    }

    private List<User> toBeInvited(UUID municipality, String recipients) {
        return users(
                municipality,
                "b.state in ('CHECKED', 'CREATING', 'CREATED', 'DISPATCHING', 'PAUSED') and " + recipients + " > 0",
                "reexamination.use.invitations");
    }

    private List<User> withOpenCases(UUID municipality) {
        return users(municipality, """
                b.state in ('CREATED', 'DISPATCHING', 'PAUSED', 'DISPATCHED')
                and exists (select from reexamination_resident r join reexamination_open_case o on o.case_id = r.case_id
                            where r.batch_id = b.id)""", "reexamination.use.openCases");
    }

    private List<User> users(UUID municipality, String condition, String reasonKey) {
        return jdbc.sql("select b.id, b.file_name from reexamination_batch b where b.municipality_id = ? and "
                        + condition + " order by b.uploaded_at desc limit " + MOST)
                .param(municipality)
                .query((row, number) -> new User(
                        row.getString("file_name"), "/re-examinations/" + row.getObject("id", UUID.class), reasonKey))
                .list();
    }
}
