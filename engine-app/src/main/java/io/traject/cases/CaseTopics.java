package io.traject.cases;

import java.util.Optional;
import java.util.UUID;

/** What a case is about, in the words of its kind: the scheme of a re-examination. Each kind of case implements it. */
public interface CaseTopics {

    /** @return empty when the case is of another kind */
    Optional<String> topicOf(UUID caseId);
}
