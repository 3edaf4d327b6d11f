package io.traject.agenda;

import io.traject.cases.CaseType;
import io.traject.kernel.Language;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The consultation types of an organisation, to choose from. It asks nobody's permission: its callers do. */
@Service
@Transactional(readOnly = true)
public class ConsultationTypeCatalogue {

    private final ConsultationTypes types;

    ConsultationTypeCatalogue(ConsultationTypes types) {
        this.types = types;
    }

    /**
     * A type.
     *
     * @param name in the language that was asked for, or else in another
     * @param preferredCaseType of the case that a request of it is about
     * @param retired whether it can't be chosen any more
     */
    public record Entry(
            UUID id, TypeCode code, String name, int minutes, Optional<CaseType> preferredCaseType, boolean retired) {

        private static Entry of(ConsultationType type, Language language) {
            return new Entry(
                    type.id(),
                    type.code(),
                    type.name().in(language),
                    Math.toIntExact(type.details().duration().toMinutes()),
                    type.preferredCaseType(),
                    type.isRetired());
        }
    }

    /** Those that can be chosen, by name. */
    public List<Entry> active(UUID organisation, Language language) {
        return all(organisation, language).stream()
                .filter(entry -> !entry.retired())
                .toList();
    }

    /** All of them, the retired ones last, by name. */
    public List<Entry> all(UUID organisation, Language language) {
        Comparator<Entry> byName = Comparator.comparing(Entry::name, Collator.getInstance(language.locale())::compare);
        return types.findByOrganisationId(organisation).stream()
                .map(type -> Entry.of(type, language))
                .sorted(Comparator.comparing(Entry::retired)
                        .thenComparing(byName)
                        .thenComparing(entry -> entry.code().value()))
                .toList();
    }

    /** The one with this code, retired or not. */
    public Optional<Entry> find(UUID organisation, String code, Language language) {
        return types.findByOrganisationIdAndCode(organisation, code).map(type -> Entry.of(type, language));
    }
}
