package io.traject.organisation.employers;

import io.traject.events.MergeSource;
import io.traject.kernel.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What texts may say of an employer. */
@Component
class EmployerTexts implements MergeSource {

    private static final String NAME = "employer.name";

    private final Employers employers;

    EmployerTexts(Employers employers) {
        this.employers = employers;
    }

    @Override
    public String kind() {
        return EmployerFacts.KIND;
    }

    @Override
    public List<String> keys() {
        return List.of(NAME);
    }

    @Override
    public Optional<Map<String, String>> values(UUID id, Language language) {
        return employers.findById(id).map(employer -> Map.of(NAME, employer.name()));
    }
}
