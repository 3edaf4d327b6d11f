package io.traject.testing;

import io.traject.access.Reach;
import io.traject.access.StandardRole;
import io.traject.agenda.ConsultationType;
import io.traject.agenda.ConsultationTypeDetails;
import io.traject.agenda.KeepConsultationTypes;
import io.traject.agenda.LocalName;
import io.traject.agenda.TypeCode;
import io.traject.cases.CaseType;
import io.traject.kernel.Language;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes consultation types, each for one test. */
@Component
public class TestAgenda {

    private final KeepConsultationTypes keep;

    TestAgenda(KeepConsultationTypes keep) {
        this.keep = keep;
    }

    /** One of twenty minutes that prefers cases of absence and minds no duplicates. */
    public ConsultationType type(UUID organisation, String dutch, String english) throws Exception {
        return type(organisation, details(dutch, english, Optional.of(CaseType.ABSENCE), false));
    }

    public ConsultationType type(UUID organisation, ConsultationTypeDetails details) throws Exception {
        TypeCode code = TypeCode.from(details.name().in(Language.EN)).orElseThrow();
        return Acting.as(
                StandardRole.FUNCTIONAL_ADMINISTRATOR,
                organisation,
                Reach.whole(organisation),
                () -> keep.add(code, details).orThrow());
    }

    public static ConsultationTypeDetails details(
            String dutch, String english, Optional<CaseType> preferred, boolean noDuplicates) {
        return new ConsultationTypeDetails(
                new LocalName(Map.of(Language.NL, dutch, Language.EN, english)),
                Duration.ofMinutes(20),
                preferred,
                noDuplicates,
                Optional.empty());
    }
}
