package io.traject.organisation.tree;

import static io.traject.organisation.tree.NodeKind.DEPARTMENT;
import static io.traject.organisation.tree.NodeKind.EMPLOYER;
import static io.traject.organisation.tree.NodeKind.ESTABLISHMENT;
import static io.traject.organisation.tree.NodeKind.FOLDER;
import static io.traject.organisation.tree.NodeKind.MUNICIPALITY;
import static io.traject.organisation.tree.NodeKind.PROVIDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NodeKindTest {

    @ParameterizedTest
    @EnumSource
    void shouldHoldOnlyWhatBelongsThere(NodeKind parent) {
        List<NodeKind> held = Arrays.stream(NodeKind.values())
                .filter(kind -> kind.mayStandIn(parent))
                .toList();

        assertThat(held)
                .isEqualTo(
                        switch (parent) {
                            case PROVIDER, MUNICIPALITY, FOLDER -> List.of(FOLDER, EMPLOYER);
                            case EMPLOYER -> List.of(ESTABLISHMENT, DEPARTMENT);
                            case ESTABLISHMENT, DEPARTMENT -> List.of(DEPARTMENT);
                        });
    }

    @Test
    void shouldHaveOrganisationsAsRoots() {
        assertThat(Arrays.stream(NodeKind.values()).filter(NodeKind::isRoot)).containsExactly(PROVIDER, MUNICIPALITY);
    }
}
