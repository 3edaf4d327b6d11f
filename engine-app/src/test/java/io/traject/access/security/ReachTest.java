package io.traject.access.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.access.OrganisationTree;
import io.traject.access.Permission;
import io.traject.access.Reach;
import io.traject.access.Reach.Part;
import io.traject.access.SystemActor;
import io.traject.kernel.Language;
import io.traject.kernel.NotFoundException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** What the one way to ask answers for a tree of an organisation, an employer and two departments. */
class ReachTest {

    private static final UUID ORGANISATION = UUID.randomUUID();
    private static final UUID EMPLOYER = UUID.randomUUID();
    private static final UUID CARE = UUID.randomUUID();
    private static final UUID TRANSPORT = UUID.randomUUID();
    private static final UUID ELSEWHERE = UUID.randomUUID();

    private final ParentsInMemory tree = new ParentsInMemory()
            .below(ORGANISATION, EMPLOYER)
            .below(EMPLOYER, CARE)
            .below(EMPLOYER, TRANSPORT)
            .below(UUID.randomUUID(), ELSEWHERE);
    private final Authorization nobody = new ActingAuthorization(tree);

    @Test
    void shouldReachEverythingBelowAPart() {
        Authorization authorization = asOneWith(new Part(EMPLOYER, true));

        assertThat(authorization.may(Permission.EMPLOYEES_VIEW, EMPLOYER)).isTrue();
        assertThat(authorization.may(Permission.EMPLOYEES_VIEW, CARE)).isTrue();
        assertThat(authorization.may(Permission.EMPLOYEES_VIEW, ORGANISATION)).isFalse();
    }

    @Test
    void shouldReachNothingBelowAPartAlone() {
        Authorization authorization = asOneWith(new Part(EMPLOYER, false));

        assertThat(authorization.may(Permission.EMPLOYEES_VIEW, EMPLOYER)).isTrue();
        assertThat(authorization.may(Permission.EMPLOYEES_VIEW, CARE)).isFalse();
    }

    @Test
    void shouldHideWhatIsOutOfReachAndRefuseWhatIsNotPermitted() {
        Authorization authorization = asOneWith(new Part(CARE, true));

        assertThatThrownBy(() -> authorization.require(Permission.EMPLOYEES_VIEW, TRANSPORT))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> authorization.require(Permission.EMPLOYEES_VIEW, ELSEWHERE))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> authorization.require(Permission.MEDICAL_VIEW, CARE))
                .isInstanceOf(AccessDeniedException.class);
        // Whether something exists is not told to who lacks the permission.
        assertThatThrownBy(() -> authorization.require(Permission.MEDICAL_VIEW, ELSEWHERE))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void shouldListWholeOrganisationsOnlyForWhoReachesAllOfThem() {
        assertThat(asOneWith(new Part(ORGANISATION, true)).organisation(Permission.EMPLOYEES_VIEW))
                .isEqualTo(ORGANISATION);
        for (Part less : Set.of(new Part(ORGANISATION, false), new Part(EMPLOYER, true))) {
            Authorization authorization = asOneWith(less);
            assertThat(authorization.mayForOrganisation(Permission.EMPLOYEES_VIEW))
                    .isFalse();
            assertThatThrownBy(() -> authorization.organisation(Permission.EMPLOYEES_VIEW))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void shouldSayForWhichPartsToList() {
        Reach reach = asOneWith(new Part(EMPLOYER, true), new Part(ORGANISATION, false))
                .reach(Permission.EMPLOYEES_VIEW);

        assertThat(reach.withBelow()).containsExactly(EMPLOYER);
        assertThat(reach.alone()).containsExactly(ORGANISATION);
        assertThatThrownBy(() -> asOneWith().reach(Permission.FINANCIAL_VIEW))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void shouldReachNothingWithoutAPart() {
        assertThat(asOneWith().may(Permission.EMPLOYEES_VIEW, ORGANISATION)).isFalse();
        assertThat(asOneWith().reach(Permission.EMPLOYEES_VIEW)).isEqualTo(Reach.NOWHERE);
    }

    @Test
    void shouldReachEverythingAsTheSystem() {
        assertThat(SystemActor.call(() -> nobody.may(Permission.MEDICAL_VIEW, ELSEWHERE)))
                .isTrue();
    }

    @Test
    void shouldDenyNobody() {
        assertThat(nobody.may(Permission.EMPLOYEES_VIEW)).isFalse();
        assertThat(nobody.may(Permission.EMPLOYEES_VIEW, ORGANISATION)).isFalse();
        assertThatThrownBy(nobody::actor).isInstanceOf(AccessDeniedException.class);
    }

    private Authorization asOneWith(Part... parts) {
        return nobody.as(new Actor(
                UUID.randomUUID(),
                "manager",
                "Manager",
                Actor.Kind.USER,
                Optional.of(ORGANISATION),
                Set.of(Permission.EMPLOYEES_VIEW),
                new Reach(Set.of(parts)),
                Language.NL));
    }

    private static final class ParentsInMemory implements OrganisationTree {

        private final Map<UUID, UUID> parents = new HashMap<>();

        ParentsInMemory below(UUID parent, UUID child) {
            parents.put(child, parent);
            return this;
        }

        @Override
        public boolean covers(Set<Part> parts, UUID node) {
            return parts.stream().anyMatch(part -> part.node().equals(node) || part.withBelow() && below(part, node));
        }

        private boolean below(Part part, UUID node) {
            UUID parent = parents.get(node);
            return parent != null && (parent.equals(part.node()) || below(part, parent));
        }
    }
}
