package io.traject.organisation.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traject.kernel.Ids;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.testing.TrajectTest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.orm.ObjectOptimisticLockingFailureException;

@TrajectTest
class TreeTest {

    @Autowired
    Tree tree;

    private UUID root;

    @BeforeEach
    void plant() {
        root = tree.plant(NodeKind.PROVIDER, Ids.next(), "Provider " + UUID.randomUUID())
                .orThrow()
                .id();
    }

    @Test
    void shouldTellWhatLiesAboveAndBelow() {
        Node folder = add(NodeKind.FOLDER, root, "North");
        Node employer = add(NodeKind.EMPLOYER, folder.id(), "Shipyard");
        Node establishment = add(NodeKind.ESTABLISHMENT, employer.id(), "Quay 1");
        Node department = add(NodeKind.DEPARTMENT, establishment.id(), "Welding");

        assertThat(tree.path(department.id()))
                .containsExactly(tree.get(root), folder, employer, establishment, department);
        assertThat(tree.children(employer.id())).containsExactly(establishment);
        assertThat(tree.root(department.id())).isEqualTo(root);
        assertThat(tree.countBelow(root, NodeKind.DEPARTMENT)).isOne();
    }

    @Test
    void shouldRefuseWhatDoesNotBelongThere() {
        Node employer = add(NodeKind.EMPLOYER, root, "Shipyard");

        assertThat(refusal(tree.add(NodeKind.FOLDER, employer.id(), Ids.next(), "North")))
                .isEqualTo("node-not-here");
        assertThat(refusal(tree.add(NodeKind.DEPARTMENT, root, Ids.next(), "Welding")))
                .isEqualTo("node-not-here");
        assertThatThrownBy(() -> tree.add(NodeKind.FOLDER, Ids.next(), Ids.next(), "North"))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> tree.plant(NodeKind.FOLDER, Ids.next(), "North"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two\nlines"})
    void shouldRefuseANameThatIsNoLine(String name) {
        assertThatThrownBy(() -> tree.add(NodeKind.FOLDER, root, Ids.next(), name))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldTellSiblingsApartByNameAndCode() {
        Node employer = add(NodeKind.EMPLOYER, root, "Shipyard");
        tree.add(NodeKind.DEPARTMENT, employer.id(), Ids.next(), "Welding", Optional.of("W1"))
                .orThrow();

        assertThat(refusal(tree.add(NodeKind.DEPARTMENT, employer.id(), Ids.next(), "WELDING")))
                .isEqualTo("node-name-taken");
        assertThat(refusal(tree.add(NodeKind.DEPARTMENT, employer.id(), Ids.next(), "Painting", Optional.of("W1"))))
                .isEqualTo("node-code-taken");
        Node painting = add(NodeKind.DEPARTMENT, employer.id(), "Painting");
        assertThat(refusal(tree.rename(painting.id(), "Welding"))).isEqualTo("node-name-taken");
        add(NodeKind.ESTABLISHMENT, employer.id(), "Welding");
        add(NodeKind.EMPLOYER, root, "Shipyard");
        String name = tree.get(root).name();
        assertThat(refusal(tree.plant(NodeKind.PROVIDER, Ids.next(), name.toUpperCase())))
                .isEqualTo("provider-name-taken");
    }

    @Test
    void shouldTakeAlongWhatLiesBelow() {
        Node north = add(NodeKind.FOLDER, root, "North");
        Node south = add(NodeKind.FOLDER, root, "South");
        Node employer = add(NodeKind.EMPLOYER, north.id(), "Shipyard");
        Node department = add(NodeKind.DEPARTMENT, employer.id(), "Welding");

        Node moved = tree.move(employer.id(), south.id(), 0).orThrow();

        assertThat(moved.version()).isOne();
        assertThat(tree.path(department.id())).extracting(Node::name).endsWith("South", "Shipyard", "Welding");
        assertThat(tree.children(north.id())).isEmpty();
        assertThatThrownBy(() -> tree.move(employer.id(), north.id(), 0))
                .isInstanceOf(ObjectOptimisticLockingFailureException.class);
    }

    @Test
    void shouldMoveNothingIntoItselfNorToAnotherOrganisation() {
        Node north = add(NodeKind.FOLDER, root, "North");
        Node inner = add(NodeKind.FOLDER, north.id(), "Inner");
        UUID other = tree.plant(NodeKind.PROVIDER, Ids.next(), "Provider " + UUID.randomUUID())
                .orThrow()
                .id();

        assertThat(refusal(tree.move(north.id(), inner.id(), 0))).isEqualTo("node-below-itself");
        assertThat(refusal(tree.move(north.id(), north.id(), 0))).isEqualTo("node-below-itself");
        assertThatThrownBy(() -> tree.move(north.id(), other, 0)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> tree.move(root, other, 0)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void shouldPutAwayWithAllBelowAndBringBackWhatWentTogether() {
        Node employer = add(NodeKind.EMPLOYER, root, "Shipyard");
        Node yard = add(NodeKind.DEPARTMENT, employer.id(), "Yard");
        Node welding = add(NodeKind.DEPARTMENT, yard.id(), "Welding");
        Node gone = add(NodeKind.DEPARTMENT, yard.id(), "Riveting");
        tree.archive(gone.id(), 0).orThrow();

        Node archived = tree.archive(yard.id(), 0).orThrow();

        assertThat(tree.children(employer.id())).isEmpty();
        assertThat(tree.get(welding.id()).archived()).isTrue();
        assertThat(refusal(tree.add(NodeKind.DEPARTMENT, yard.id(), Ids.next(), "Painting")))
                .isEqualTo("node-archived");
        assertThat(refusal(tree.restore(welding.id(), 1))).isEqualTo("node-archived");

        tree.restore(yard.id(), archived.version()).orThrow();

        assertThat(tree.children(yard.id())).extracting(Node::name).containsExactly("Welding");
        assertThat(tree.get(gone.id()).archived()).isTrue();
    }

    @Test
    void shouldGiveTheNameOfWhatIsPutAwayToAnother() {
        Node employer = add(NodeKind.EMPLOYER, root, "Shipyard");
        Node former = add(NodeKind.DEPARTMENT, employer.id(), "Welding");
        Node archived = tree.archive(former.id(), 0).orThrow();
        add(NodeKind.DEPARTMENT, employer.id(), "Welding");

        assertThat(refusal(tree.restore(former.id(), archived.version()))).isEqualTo("node-name-taken");
    }

    @Test
    void shouldKeepAFolderThatHoldsEmployers() {
        Node outer = add(NodeKind.FOLDER, root, "North");
        Node inner = add(NodeKind.FOLDER, outer.id(), "Inner");
        add(NodeKind.EMPLOYER, inner.id(), "Shipyard");

        assertThat(refusal(tree.archive(outer.id(), 0))).isEqualTo("node-holds-employers");
        assertThatThrownBy(() -> tree.archive(root, 0)).isInstanceOf(NotFoundException.class);
    }

    @RepeatedTest(10)
    void shouldMakeNoCircleOfTwoMovesAtOnce() throws Exception {
        Node one = add(NodeKind.FOLDER, root, "One");
        Node other = add(NodeKind.FOLDER, root, "Other");

        List<Optional<String>> refusals =
                atOnce(() -> tree.move(one.id(), other.id(), 0), () -> tree.move(other.id(), one.id(), 0));

        assertThat(refusals).containsExactlyInAnyOrder(Optional.empty(), Optional.of("node-below-itself"));
        assertThat(Stream.of(one, other).map(node -> tree.path(node.id()).size()))
                .containsExactlyInAnyOrder(2, 3);
    }

    @RepeatedTest(10)
    void shouldPutNothingBeneathWhatIsArchivedMeanwhile() throws Exception {
        Node folder = add(NodeKind.FOLDER, root, "Folder");

        List<Optional<String>> refusals = atOnce(
                () -> tree.archive(folder.id(), 0),
                () -> tree.add(NodeKind.EMPLOYER, folder.id(), Ids.next(), "Shipyard"));

        assertThat(refusals)
                .isIn(
                        List.of(Optional.empty(), Optional.of("node-archived")),
                        List.of(Optional.of("node-holds-employers"), Optional.empty()));
    }

    @RepeatedTest(10)
    void shouldKeepWhatIsAddedToAFolderThatMovesMeanwhile() throws Exception {
        Node north = add(NodeKind.FOLDER, root, "North");
        Node folder = add(NodeKind.FOLDER, root, "Folder");
        UUID employer = Ids.next();

        atOnce(
                () -> tree.move(folder.id(), north.id(), 0),
                () -> tree.add(NodeKind.EMPLOYER, folder.id(), employer, "Shipyard"));

        assertThat(tree.path(employer)).extracting(Node::name).endsWith("North", "Folder", "Shipyard");
    }

    /** The refusals, if any, of two changes that begin at the same moment. */
    private static List<Optional<String>> atOnce(Callable<Outcome<Node>> one, Callable<Outcome<Node>> other)
            throws Exception {
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Outcome<Node>>> outcomes = Stream.of(one, other)
                    .map(change -> threads.submit(() -> {
                        start.await();
                        return change.call();
                    }))
                    .toList();
            return List.of(
                    refused(outcomes.get(0).get()), refused(outcomes.get(1).get()));
        }
    }

    private Node add(NodeKind kind, UUID parent, String name) {
        return tree.add(kind, parent, Ids.next(), name).orThrow();
    }

    private static String refusal(Outcome<?> outcome) {
        return refused(outcome).orElseThrow();
    }

    private static Optional<String> refused(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused
                ? Optional.of(refused.refusal().code())
                : Optional.empty();
    }
}
