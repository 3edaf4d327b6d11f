package io.traject.reexamination;

import io.traject.cases.CaseTopics;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A re-examination is about a scheme. */
@Component
class SchemeOfCase implements CaseTopics {

    private final Residents residents;

    SchemeOfCase(Residents residents) {
        this.residents = residents;
    }

    @Override
    public Optional<String> topicOf(UUID caseId) {
        return residents.ofCase(caseId).map(Resident::scheme);
    }
}
