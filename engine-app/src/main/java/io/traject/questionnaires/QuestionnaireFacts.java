package io.traject.questionnaires;

import io.traject.access.Authorization;
import io.traject.access.SystemActor;
import io.traject.events.FactSource;
import io.traject.kernel.Language;
import io.traject.rules.triggers.Field;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was last answered for things of one kind: of each questionnaire the filling that was completed last and is not
 * corrected since. Whoever acts, triggers know it; who may read it there is asked where it is shown.
 */
class QuestionnaireFacts implements FactSource {

    private final String kind;
    private final String newest;
    private final QuestionnaireFields fields;
    private final Fillings fillings;
    private final Questionnaires questionnaires;
    private final QuestionnaireVersions versions;
    private final Authorization authorization;
    private final JdbcClient database;

    /** @param newest SQL that answers {@code thing} and the {@code filling} of each questionnaire, for the things in :ids */
    QuestionnaireFacts(
            String kind,
            String newest,
            QuestionnaireFields fields,
            Fillings fillings,
            Questionnaires questionnaires,
            QuestionnaireVersions versions,
            Authorization authorization,
            JdbcClient database) {
        this.kind = kind;
        this.newest = newest;
        this.fields = fields;
        this.fillings = fillings;
        this.questionnaires = questionnaires;
        this.versions = versions;
        this.authorization = authorization;
        this.database = database;
    }

    private record Found(UUID thing, UUID filling) {}

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public List<Field> fields(UUID organisation) {
        return fields.of(organisation);
    }

    @Override
    public Map<UUID, Known> known(Collection<UUID> ids) {
        Map<UUID, Map<String, Object>> values = new HashMap<>();
        database.sql(newest)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) ->
                        new Found(row.getObject("thing", UUID.class), row.getObject("filling", UUID.class)))
                .list()
                .forEach(found -> values.computeIfAbsent(found.thing(), thing -> new HashMap<>())
                        .putAll(said(found.filling())));
        Map<UUID, Known> known = new HashMap<>();
        values.forEach((thing, said) -> known.put(thing, new Known(said, Map.of())));
        return known;
    }

    private Map<String, Object> said(UUID id) {
        Filling filling = fillings.findById(id).orElseThrow();
        String code =
                questionnaires.findById(filling.questionnaire()).orElseThrow().code();
        Definition definition =
                versions.findById(filling.questionnaireVersion()).orElseThrow().definition();
        Optional<Contents> contents = SystemActor.call(() -> filling.read(authorization));
        return contents.map(said -> fields.values(code, definition, said)).orElse(Map.of());
    }

    @Override
    public Optional<String> label(UUID organisation, Field field, Language language) {
        return fields.label(organisation, field, language);
    }

    @Override
    public Optional<String> valueLabel(UUID organisation, Field field, String value, Language language) {
        return fields.valueLabel(organisation, field, value, language);
    }
}
