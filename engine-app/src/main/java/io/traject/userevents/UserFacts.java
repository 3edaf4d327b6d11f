package io.traject.userevents;

import io.traject.access.UserTraits;
import io.traject.access.UserTraits.NamedRole;
import io.traject.access.UserTraits.Traits;
import io.traject.events.FactSource;
import io.traject.kernel.Language;
import io.traject.rules.triggers.Field;
import io.traject.rules.triggers.FieldType;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What triggers may know of a user. */
@Component
class UserFacts implements FactSource {

    static final String KIND = "user";
    static final String ROLE = "user.role";
    static final String LANGUAGE = "user.language";
    static final String HAS_EMAIL = "user.hasEmail";

    /** Whether the user may sign in. */
    static final String ACTIVE = "user.active";

    private static final int CHOICES = 50;

    private static final List<Field> FIELDS = List.of(
            Field.of(ROLE, FieldType.REFERENCE),
            Field.code(
                    LANGUAGE,
                    Arrays.stream(Language.values()).map(Language::code).toList()),
            Field.of(HAS_EMAIL, FieldType.YES_NO),
            Field.of(ACTIVE, FieldType.YES_NO));

    private final UserTraits users;

    UserFacts(UserTraits users) {
        this.users = users;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Field> fields(UUID organisation) {
        return FIELDS;
    }

    @Override
    public Map<UUID, Known> known(Collection<UUID> ids) {
        return users.of(ids).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, user -> new Known(of(user.getValue()), Map.of())));
    }

    /** By the keys of fields; a language that was never chosen is left out. */
    static Map<String, Object> of(Traits traits) {
        Map<String, Object> values = new HashMap<>();
        values.put(ROLE, traits.role().toString());
        values.put(HAS_EMAIL, traits.hasEmail());
        values.put(ACTIVE, traits.active());
        traits.language().ifPresent(language -> values.put(LANGUAGE, language.code()));
        return values;
    }

    @Override
    public List<Choice> choices(UUID organisation, Field field, String search, Language language) {
        String sought = search.strip().toLowerCase(Locale.ROOT);
        return field.key().equals(ROLE)
                ? users.roles(organisation, language).stream()
                        .filter(role -> role.name().toLowerCase(Locale.ROOT).contains(sought))
                        .limit(CHOICES)
                        .map(role -> new Choice(role.id().toString(), role.name()))
                        .toList()
                : List.of();
    }

    @Override
    public Optional<String> valueLabel(UUID organisation, Field field, String value, Language language) {
        return field.key().equals(ROLE)
                ? users.roles(organisation, language).stream()
                        .filter(role -> role.id().toString().equals(value))
                        .map(NamedRole::name)
                        .findFirst()
                : Optional.empty();
    }
}
