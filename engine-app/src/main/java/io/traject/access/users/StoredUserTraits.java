package io.traject.access.users;

import io.traject.access.UserTraits;
import io.traject.access.rights.Role;
import io.traject.access.rights.Roles;
import io.traject.kernel.Language;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class StoredUserTraits implements UserTraits {

    private final UserAccounts users;
    private final Roles roles;
    private final MessageSource messages;

    StoredUserTraits(UserAccounts users, Roles roles, MessageSource messages) {
        this.users = users;
        this.roles = roles;
        this.messages = messages;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, Traits> of(Collection<UUID> ids) {
        return users.findByIdIn(ids).stream().collect(Collectors.toMap(UserAccount::id, AnnounceUsers::traits));
    }

    @Override
    @Transactional(readOnly = true)
    public List<NamedRole> roles(UUID organisation, Language language) {
        return roles.findByOrganisation(organisation).stream()
                .sorted(Comparator.comparing((Role role) ->
                                role.standard().map(Enum::ordinal).orElse(Integer.MAX_VALUE))
                        .thenComparing(role -> name(role, language), String.CASE_INSENSITIVE_ORDER))
                .map(role -> new NamedRole(role.id(), name(role, language)))
                .toList();
    }

    private String name(Role role, Language language) {
        return role.name()
                .orElseGet(() ->
                        messages.getMessage("access.role." + role.standard().orElseThrow(), null, language.locale()));
    }
}
