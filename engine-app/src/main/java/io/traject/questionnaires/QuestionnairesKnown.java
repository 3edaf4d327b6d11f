package io.traject.questionnaires;

import static io.traject.rules.triggers.FieldType.TEXT;
import static io.traject.rules.triggers.FieldType.YES_NO;

import io.traject.access.Authorization;
import io.traject.events.DeclaredEvent;
import io.traject.events.EventDeclarations;
import io.traject.events.FactSource;
import io.traject.rules.triggers.Field;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What triggers may know of questionnaires: that one was completed, and what cases and employees answered last. */
@Configuration
class QuestionnairesKnown {

    private static final String OF_CASES = """
            select distinct on (f.case_id, f.questionnaire_id) f.case_id as thing, f.id as filling
            from questionnaires_filling f
            where f.state = 'COMPLETED' and f.case_id = any(:ids)
            order by f.case_id, f.questionnaire_id, f.completed_at desc, f.id desc
            """;

    private static final String OF_EMPLOYEES = """
            select distinct on (c.employee_id, f.questionnaire_id) c.employee_id as thing, f.id as filling
            from questionnaires_filling f join cases_case c on c.id = f.case_id
            where f.state = 'COMPLETED' and c.employee_id = any(:ids)
            order by c.employee_id, f.questionnaire_id, f.completed_at desc, f.id desc
            """;

    @Bean
    EventDeclarations questionnaireEventDeclarations() {
        return () -> List.of(DeclaredEvent.of(
                QuestionnaireEvents.COMPLETED,
                "questionnaire",
                List.of("case", "employee", "employer"),
                Field.of("event.questionnaire", TEXT),
                Field.of("event.correction", YES_NO)));
    }

    /** The newest answer, in whichever of the employee's cases it was given. */
    @Bean
    FactSource answersOfEmployees(
            QuestionnaireFields fields,
            Fillings fillings,
            Questionnaires questionnaires,
            QuestionnaireVersions versions,
            Authorization authorization,
            JdbcClient database) {
        return new QuestionnaireFacts(
                "employee", OF_EMPLOYEES, fields, fillings, questionnaires, versions, authorization, database);
    }

    @Bean
    FactSource answersOfCases(
            QuestionnaireFields fields,
            Fillings fillings,
            Questionnaires questionnaires,
            QuestionnaireVersions versions,
            Authorization authorization,
            JdbcClient database) {
        return new QuestionnaireFacts(
                "case", OF_CASES, fields, fillings, questionnaires, versions, authorization, database);
    }
}
