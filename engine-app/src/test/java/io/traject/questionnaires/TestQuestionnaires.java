package io.traject.questionnaires;

import io.traject.access.Reach;
import io.traject.access.StandardRole;
import io.traject.questionnaires.FillInQuestionnaire.Result;
import io.traject.testing.Acting;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;

/** Questionnaires that are published and filled in. */
@Component
public class TestQuestionnaires {

    /** In the group "belasting" they come to 20. */
    public static final Map<String, List<String>> TWENTY = Map.of(
            "vermoeid", List.of("altijd"),
            "klachten", List.of("slapen", "rug-nek"),
            "steun", List.of("ja"),
            "energie", List.of("6,5"));

    private final DraftQuestionnaire draft;
    private final PublishQuestionnaire publish;
    private final CompleteQuestionnaire complete;

    TestQuestionnaires(DraftQuestionnaire draft, PublishQuestionnaire publish, CompleteQuestionnaire complete) {
        this.draft = draft;
        this.publish = publish;
        this.complete = complete;
    }

    /** The one of the demo, under the code {@code vitality}. @return its id */
    public UUID publish(UUID organisation) throws Exception {
        Definition vitality = DemoQuestionnaire.vitality();
        return as(StandardRole.FUNCTIONAL_ADMINISTRATOR, organisation, () -> {
            UUID id = draft.begin("vitality", vitality.name()).orThrow().id();
            publish.publish(id, vitality, 0);
            return id;
        });
    }

    /** Has the next version begun. */
    public void beginNext(UUID organisation, UUID id) throws Exception {
        as(StandardRole.FUNCTIONAL_ADMINISTRATOR, organisation, () -> draft.next(id));
    }

    /** @return its id */
    public UUID fillIn(UUID organisation, UUID caseId, Map<String, List<String>> answers) throws Exception {
        return as(
                StandardRole.PRACTITIONER,
                organisation,
                () -> ((Result.Kept) complete.completeAtOnce(caseId, "vitality", new Answers(answers))
                                .orThrow())
                        .filling()
                        .id());
    }

    private static <T> T as(StandardRole role, UUID organisation, Callable<T> work) throws Exception {
        return Acting.as(role, organisation, Reach.whole(organisation), work);
    }
}
