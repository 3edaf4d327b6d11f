package io.traject.communication;

import io.traject.kernel.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The templates of all municipalities. */
public interface Templates extends Repository<Template, UUID> {

    /** The language that every municipality has its templates in: when there is none in another, this one is used. */
    Language REQUIRED = Language.NL;

    Optional<Template> findByMunicipalityIdAndKindAndLanguage(
            UUID municipalityId, TemplateKind kind, Language language);

    List<Template> findByMunicipalityId(UUID municipalityId);

    /** Written by the use cases of this room only; at once, since its versions are kept by other means. */
    Template saveAndFlush(Template template);

    /** Its versions go before. */
    void delete(Template template);

    /** Kinds for which the municipality lacks the template that it must have. */
    default List<TemplateKind> missing(UUID municipalityId) {
        var present = findByMunicipalityId(municipalityId).stream()
                .filter(template -> template.language() == REQUIRED)
                .map(Template::kind)
                .toList();
        return Arrays.stream(TemplateKind.values())
                .filter(kind -> !present.contains(kind))
                .toList();
    }
}
