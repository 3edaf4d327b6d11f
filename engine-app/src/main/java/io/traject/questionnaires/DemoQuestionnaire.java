package io.traject.questionnaires;

import io.traject.kernel.BusinessTime;
import io.traject.kernel.DemoContribution;
import io.traject.organisation.DemoMunicipality;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A published questionnaire about vitality for the demo municipality. */
@Component
@Order(400)
class DemoQuestionnaire implements DemoContribution {

    private static final String CODE = "vitaliteit";
    private static final String AUTHOR = "Fred Bakker";

    private final Questionnaires questionnaires;
    private final QuestionnaireVersions versions;
    private final BusinessTime time;

    DemoQuestionnaire(Questionnaires questionnaires, QuestionnaireVersions versions, BusinessTime time) {
        this.questionnaires = questionnaires;
        this.versions = versions;
        this.time = time;
    }

    @Override
    @Transactional
    public void load() {
        if (questionnaires
                .findByOrganisationIdAndCode(DemoMunicipality.ID, CODE)
                .isPresent()) {
            return;
        }
        Questionnaire vitality = questionnaires.saveAndFlush(new Questionnaire(DemoMunicipality.ID, CODE, time.now()));
        QuestionnaireVersion first = QuestionnaireVersion.first(vitality, vitality(), AUTHOR, time.now());
        first.publish(AUTHOR, time.now()).orThrow();
        versions.save(first);
    }

    /** The load may add up to 31, the energy to 10. */
    static Definition vitality() {
        return new Definition(
                new Bilingual("Vitaliteit", "Vitality"),
                new Bilingual(
                        "Vijf vragen over hoe het gaat met werken en herstellen. Invullen duurt een paar minuten.",
                        "Five questions about work and recovery. They take a few minutes."),
                true,
                List.of(
                        choice(
                                QuestionKind.ONE,
                                "vermoeid",
                                "Hoe vaak was u de afgelopen vier weken aan het einde van de dag uitgeput?",
                                "How often were you exhausted at the end of the day in the past four weeks?",
                                option("nooit", "Nooit", "Never", 0),
                                option("soms", "Soms", "Sometimes", 4),
                                option("vaak", "Vaak", "Often", 8),
                                option("altijd", "Altijd", "Always", 12)),
                        choice(
                                QuestionKind.SEVERAL,
                                "klachten",
                                "Waar hebt u last van?",
                                "What troubles you?",
                                option("slapen", "Slecht slapen", "Sleeping badly", 5),
                                option("concentratie", "Moeite met concentreren", "Trouble concentrating", 4),
                                option("rug-nek", "Pijn in rug of nek", "Pain in back or neck", 3),
                                option("hoofdpijn", "Hoofdpijn", "Headache", 3)),
                        choice(
                                QuestionKind.ONE,
                                "steun",
                                "Krijgt u genoeg steun van collega’s en leidinggevende?",
                                "Do your colleagues and manager support you enough?",
                                option("ja", "Ja", "Yes", 0),
                                option("deels", "Deels", "In part", 2),
                                option("nee", "Nee", "No", 4)),
                        new Question(
                                "energie",
                                new Bilingual(
                                        "Welk cijfer geeft u uw energie, van 0 tot 10?",
                                        "How would you mark your energy, from 0 to 10?"),
                                QuestionKind.NUMBER,
                                true,
                                List.of()),
                        new Question(
                                "toelichting",
                                new Bilingual(
                                        "Wat wilt u ons nog vertellen?", "Is there anything else you want to tell us?"),
                                QuestionKind.TEXT,
                                false,
                                List.of())),
                List.of(
                        new ScoreGroup(
                                "belasting",
                                new Bilingual("Belasting", "Load"),
                                List.of("vermoeid", "klachten", "steun")),
                        new ScoreGroup("energie", new Bilingual("Energie", "Energy"), List.of("energie"))));
    }

    private static Question choice(QuestionKind kind, String code, String nl, String en, AnswerOption... options) {
        return new Question(
                code,
                new Bilingual(nl, en),
                kind,
                kind == QuestionKind.ONE,
                Stream.of(options).toList());
    }

    private static AnswerOption option(String code, String nl, String en, int value) {
        return new AnswerOption(code, new Bilingual(nl, en), new BigDecimal(value));
    }
}
