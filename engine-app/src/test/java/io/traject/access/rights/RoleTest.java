package io.traject.access.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traject.access.Actor;
import io.traject.access.Permission;
import io.traject.access.Reach;
import io.traject.access.StandardRole;
import io.traject.kernel.Language;
import io.traject.kernel.Refusal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoleTest {

    private static final UUID ORGANISATION = UUID.randomUUID();

    @Test
    void shouldOpenNothingMedicalToAnEmployersSide() {
        assertThat(Arrays.stream(StandardRole.values())
                        .filter(StandardRole::employerSide)
                        .flatMap(role -> role.permissions().stream()))
                .doesNotContainAnyElementsOf(Permission.MEDICAL)
                .isNotEmpty();
        for (Permission medical : Permission.MEDICAL) {
            assertThat(Role.refusalOf(Set.of(Permission.EMPLOYEES_VIEW, medical), true))
                    .map(Refusal::code)
                    .contains("role-medical-for-employer");
            assertThat(Role.refusalOf(Set.of(medical), false)).isEmpty();
            assertThatThrownBy(() -> role(true, Permission.EMPLOYEES_VIEW).permit(Set.of(medical)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void shouldKeepTheInstallationsOperationOutOfOrganisations() {
        assertThat(Role.refusalOf(Set.of(Permission.OPERATIONS), false))
                .map(Refusal::code)
                .contains("role-operations");
        assertThat(Arrays.stream(StandardRole.values())
                        .filter(role -> role != StandardRole.INSTALLATION_ADMINISTRATOR)
                        .flatMap(role -> role.permissions().stream()))
                .doesNotContain(Permission.OPERATIONS);
    }

    @Test
    void shouldHoldSomething() {
        assertThat(Role.refusalOf(Set.of(), false)).map(Refusal::code).contains("role-empty");
    }

    @Test
    void shouldBeGivenByWhoHasEverythingInIt() {
        Role role = role(false, Permission.CASES_VIEW, Permission.CASES_EDIT);

        assertThat(role.mayBeGivenBy(administrator(
                        Optional.of(ORGANISATION), EnumSet.of(Permission.CASES_VIEW, Permission.CASES_EDIT))))
                .isTrue();
        assertThat(role.mayBeGivenBy(administrator(Optional.of(ORGANISATION), EnumSet.of(Permission.CASES_VIEW))))
                .isFalse();
        assertThat(role.mayBeGivenBy(administrator(Optional.of(UUID.randomUUID()), EnumSet.allOf(Permission.class))))
                .isFalse();
        assertThat(role.mayBeGivenBy(administrator(Optional.empty(), EnumSet.of(Permission.ADMINISTRATION))))
                .as("the installation's administrator lets everyone in")
                .isTrue();
    }

    private static Role role(boolean employerSide, Permission... permissions) {
        return new Role(UUID.randomUUID(), ORGANISATION, "Role", employerSide, Set.of(permissions));
    }

    private static Actor administrator(Optional<UUID> organisation, Set<Permission> permissions) {
        return new Actor(
                UUID.randomUUID(),
                "administrator",
                "Administrator",
                Actor.Kind.USER,
                organisation,
                permissions,
                organisation.map(Reach::whole).orElse(Reach.NOWHERE),
                Language.NL);
    }
}
