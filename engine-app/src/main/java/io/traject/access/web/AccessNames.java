package io.traject.access.web;

import io.traject.access.Organisations;
import io.traject.access.Permission;
import io.traject.access.rights.Role;
import io.traject.access.rights.UserGroup;
import io.traject.kernel.Language;
import io.traject.kernel.Languages;
import io.traject.web.Option;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What roles, groups and permissions are called, in the reader's language. */
@Component
class AccessNames {

    private final MessageSource messages;
    private final Languages languages;
    private final Organisations organisations;

    AccessNames(MessageSource messages, Languages languages, Organisations organisations) {
        this.messages = messages;
        this.languages = languages;
        this.organisations = organisations;
    }

    public String role(Role role) {
        return role.name().orElseGet(() -> text("access.role." + role.standard().orElseThrow()));
    }

    public String group(UserGroup group) {
        return group.name().orElseGet(() -> text("access.group.whole"));
    }

    public String groups(Collection<UserGroup> groups) {
        return groups.isEmpty()
                ? text("access.group.none")
                : groups.stream().map(this::group).sorted().collect(Collectors.joining(", "));
    }

    String permissions(Collection<Permission> permissions) {
        return permissions.stream()
                .sorted()
                .map(permission -> text("access.permission." + permission))
                .collect(Collectors.joining(", "));
    }

    String language(Optional<Language> language) {
        return language.map(one -> text("access.language." + one.code()))
                .orElseGet(() -> text("access.language.none", language(Optional.of(languages.standard()))));
    }

    /** The languages that one may choose. */
    List<Option> languages() {
        return languages.offered().stream()
                .map(one -> new Option(one.name(), language(Optional.of(one))))
                .toList();
    }

    /** The organisations, by name. */
    Map<UUID, String> organisations() {
        return organisations.all().stream()
                .collect(Collectors.toMap(
                        Organisations.Entry::id, Organisations.Entry::name, (one, other) -> one, LinkedHashMap::new));
    }

    List<Option> organisationOptions() {
        return organisations().entrySet().stream()
                .map(entry -> new Option(entry.getKey().toString(), entry.getValue()))
                .toList();
    }

    /** The shipped ones first, in their order; then the organisation's own, by name. */
    List<Role> inOrder(List<Role> roles) {
        return roles.stream()
                .sorted(Comparator.comparing((Role role) ->
                                role.standard().map(Enum::ordinal).orElse(Integer.MAX_VALUE))
                        .thenComparing(this::role, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** The whole organisation first; then the others, by name. */
    List<UserGroup> groupsInOrder(List<UserGroup> groups) {
        return groups.stream()
                .sorted(Comparator.comparing((UserGroup group) -> !group.standard())
                        .thenComparing(this::group, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** What stands in an address where an id should; empty when it is none. */
    static Optional<UUID> id(String written) {
        try {
            return Optional.of(UUID.fromString(written));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
