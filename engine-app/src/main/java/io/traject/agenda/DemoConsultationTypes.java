package io.traject.agenda;

import io.traject.cases.CaseType;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.DemoContribution;
import io.traject.kernel.Language;
import io.traject.organisation.DemoMunicipality;
import io.traject.organisation.DemoTree;
import io.traject.organisation.tree.Tree;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the organisations of the demo data see employees for. */
@Component
@Order(300)
class DemoConsultationTypes implements DemoContribution {

    private static final int REMINDED_BEFORE = 2;

    private static final List<Demo> DEMO = List.of(
            new Demo(
                    "company-doctor",
                    "Spreekuur bedrijfsarts",
                    "Company doctor’s consultation",
                    20,
                    Optional.of(CaseType.ABSENCE),
                    true),
            new Demo(
                    "return-to-work",
                    "Gesprek over terugkeer",
                    "Return-to-work interview",
                    45,
                    Optional.of(CaseType.ABSENCE),
                    false),
            new Demo(
                    "health-check",
                    "Preventief onderzoek",
                    "Preventive health check",
                    30,
                    Optional.of(CaseType.GUIDANCE),
                    false));

    private final ConsultationTypes types;
    private final Tree tree;
    private final BusinessTime time;

    DemoConsultationTypes(ConsultationTypes types, Tree tree, BusinessTime time) {
        this.types = types;
        this.tree = tree;
        this.time = time;
    }

    private record Demo(
            String code,
            String dutch,
            String english,
            int minutes,
            Optional<CaseType> preferred,
            boolean noDuplicates) {

        ConsultationType of(UUID organisation, BusinessTime time) {
            var details = new ConsultationTypeDetails(
                    new LocalName(Map.of(Language.NL, dutch, Language.EN, english)),
                    Duration.ofMinutes(minutes),
                    preferred,
                    noDuplicates,
                    Optional.of(REMINDED_BEFORE));
            return new ConsultationType(organisation, new TypeCode(code), details, time.now());
        }
    }

    /** An organisation that has any keeps those. */
    @Override
    @Transactional
    public void load() {
        Stream.of(DemoTree.PROVIDER, DemoMunicipality.ID)
                .filter(organisation -> tree.find(organisation).isPresent())
                .filter(organisation -> types.findByOrganisationId(organisation).isEmpty())
                .forEach(organisation -> DEMO.forEach(demo -> types.save(demo.of(organisation, time))));
    }
}
