package io.traject.organisation.imports;

import io.traject.kernel.Refusal;
import io.traject.organisation.imports.PlannedTree.Part;
import io.traject.organisation.imports.PlannedTree.Ref;
import io.traject.organisation.tree.Node;
import io.traject.organisation.tree.NodeKind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Finds out what the rows about establishments and departments would do, each after the one that makes what it stands in. */
final class PlanParts {

    private final PlanContext context;
    private final List<PlannedRow> planned = new ArrayList<>();

    PlanParts(PlanContext context) {
        this.context = context;
    }

    List<PlannedRow> plan(List<SourceRow<PartColumn>> rows) {
        List<SourceRow<PartColumn>> left = new ArrayList<>(rows);
        boolean progress = true;
        while (progress && !left.isEmpty()) {
            progress = false;
            for (Iterator<SourceRow<PartColumn>> each = left.iterator(); each.hasNext(); ) {
                if (plan(each.next(), false)) {
                    each.remove();
                    progress = true;
                }
            }
        }
        left.forEach(row -> plan(row, true));
        return planned;
    }

    /** @return false when what it stands in may yet be made by another row */
    private boolean plan(SourceRow<PartColumn> row, boolean last) {
        Optional<UUID> employer = row.isRight() ? context.employer(row, PartColumn.EMPLOYER) : Optional.empty();
        if (employer.isEmpty()) {
            refuse(row);
            return true;
        }
        PlannedTree tree = context.tree(employer.get());
        Optional<String> above = row.given(PartColumn.ABOVE);
        List<Part> parents = above.map(tree::find).orElseGet(() -> List.of(tree.root()));
        if (parents.isEmpty() && !last) {
            return false;
        }
        Optional<NodeKind> kind = kind(row);
        Optional<String> name = line(row, PartColumn.NAME, Node.MAX_NAME_LENGTH);
        if (row.given(PartColumn.NAME).isEmpty()) {
            row.wrong(PartColumn.NAME, "required");
        }
        Optional<String> code = line(row, PartColumn.CODE, Node.MAX_CODE_LENGTH);
        if (parents.size() != 1) {
            row.wrong(PartColumn.ABOVE, parents.isEmpty() ? "partUnknown" : "partAmbiguous");
        }
        if (!context.mayEditParts()) {
            row.add(Problem.of("organisation.imports.problem.mayNotEditParts", List.of()));
        }
        if (row.isRight()) {
            planned.add(row(row, tree, parents.getFirst(), kind.orElseThrow(), name.orElseThrow(), code));
        } else {
            refuse(row);
        }
        return true;
    }

    private PlannedRow row(
            SourceRow<PartColumn> row,
            PlannedTree tree,
            Part parent,
            NodeKind kind,
            String name,
            Optional<String> code) {
        Optional<Part> coded = code.flatMap(given -> coded(row, tree, parent, kind, given));
        Optional<Part> there = coded.or(() -> parent.child(kind, name));
        if (!row.isRight()) {
            return refused(row);
        }
        if (!parent.reachable() || there.filter(part -> !part.reachable()).isPresent()) {
            row.wrong(PartColumn.ABOVE, "partOutside");
        } else if (there.filter(part -> part.row() > 0).isPresent()) {
            row.wrong(PartColumn.NAME, "duplicate", there.get().row());
        } else {
            refusal(parent, kind, name, code, there).ifPresent(refusal -> refuse(row, refusal));
        }
        if (!row.isRight()) {
            return refused(row);
        }
        return there.map(part -> changed(row, tree, part, parent, name, code))
                .orElseGet(() -> added(row, tree, parent, kind, name, code));
    }

    private static Optional<Part> coded(
            SourceRow<PartColumn> row, PlannedTree tree, Part parent, NodeKind kind, String code) {
        Optional<Part> sibling = parent.childWithCode(kind, code);
        if (sibling.isPresent()) {
            return sibling;
        }
        List<Part> found =
                tree.withCode(code).stream().filter(part -> part.kind() == kind).toList();
        if (found.size() > 1) {
            row.wrong(PartColumn.CODE, "partAmbiguous");
        }
        return found.stream().findFirst();
    }

    /** As the tree would refuse it. */
    private static Optional<Refusal> refusal(
            Part parent, NodeKind kind, String name, Optional<String> code, Optional<Part> there) {
        if (!kind.mayStandIn(parent.kind())) {
            return Optional.of(Refusal.of("node-not-here", name, parent.name()));
        }
        if (there.filter(parent::isAtOrBelow).isPresent()) {
            return Optional.of(Refusal.of("node-below-itself", name, parent.name()));
        }
        if (parent.child(kind, name)
                .filter(other -> there.filter(other::equals).isEmpty())
                .isPresent()) {
            return Optional.of(Refusal.of("node-name-taken", name));
        }
        return code.filter(given -> parent.childWithCode(kind, given)
                        .filter(other -> there.filter(other::equals).isEmpty())
                        .isPresent())
                .map(given -> Refusal.of("node-code-taken", given));
    }

    private PlannedRow added(
            SourceRow<PartColumn> row,
            PlannedTree tree,
            Part parent,
            NodeKind kind,
            String name,
            Optional<String> code) {
        Part part = new Part(Ref.ofRow(planned.size()), kind, parent, name, code, true, 0);
        part.ofRow(row.number());
        tree.add(part);
        List<FieldChange> changes = new ArrayList<>();
        changes.add(FieldChange.of("kind", "", kind.name()));
        code.ifPresent(given -> changes.add(FieldChange.of("code", "", given)));
        return planned(
                row,
                part.path(),
                RowAction.ADD,
                new Plan.OfPart(null, 0, kind, parent.ref(), name, code.orElse(null)),
                changes);
    }

    private PlannedRow changed(
            SourceRow<PartColumn> row, PlannedTree tree, Part part, Part parent, String name, Optional<String> code) {
        Optional<String> newCode = code.or(part::code);
        String from = part.parent().map(Part::path).orElse("");
        boolean moves = part.parent().filter(parent::equals).isEmpty();
        List<FieldChange> changes = new ArrayList<>();
        if (!part.name().equals(name)) {
            changes.add(FieldChange.of("name", part.name(), name));
        }
        if (!part.code().equals(newCode)) {
            changes.add(FieldChange.of("code", part.code().orElse(""), newCode.orElse("")));
        }
        if (moves) {
            changes.add(FieldChange.of("above", from, parent.path()));
        }
        tree.change(part, parent, name, newCode);
        part.ofRow(row.number());
        RowAction action = moves ? RowAction.MOVE : changes.isEmpty() ? RowAction.KEEP : RowAction.CHANGE;
        return planned(
                row,
                part.path(),
                action,
                new Plan.OfPart(
                        part.ref().node(), part.version(), part.kind(), parent.ref(), name, newCode.orElse(null)),
                changes);
    }

    private PlannedRow planned(
            SourceRow<PartColumn> row, String label, RowAction action, Plan plan, List<FieldChange> changes) {
        return new PlannedRow(planned.size(), SheetKind.PARTS, row.number(), label, action, plan, changes, List.of());
    }

    private void refuse(SourceRow<PartColumn> row) {
        planned.add(refused(row));
    }

    private PlannedRow refused(SourceRow<PartColumn> row) {
        return new PlannedRow(
                planned.size(),
                SheetKind.PARTS,
                row.number(),
                row.text(PartColumn.NAME),
                RowAction.NONE,
                null,
                List.of(),
                row.problems());
    }

    private static void refuse(SourceRow<PartColumn> row, Refusal refusal) {
        PartColumn column = switch (refusal.code()) {
            case "node-code-taken" -> PartColumn.CODE;
            case "node-name-taken" -> PartColumn.NAME;
            default -> PartColumn.ABOVE;
        };
        row.add(
                column,
                refusal.messageKey(),
                refusal.arguments().stream().map(Object::toString).toList());
    }

    private static Optional<NodeKind> kind(SourceRow<PartColumn> row) {
        Optional<NodeKind> kind = switch (row.text(PartColumn.KIND).toUpperCase(Locale.ROOT)) {
            case "VESTIGING", "ESTABLISHMENT" -> Optional.of(NodeKind.ESTABLISHMENT);
            case "AFDELING", "DEPARTMENT" -> Optional.of(NodeKind.DEPARTMENT);
            default -> Optional.empty();
        };
        if (kind.isEmpty()) {
            row.wrong(PartColumn.KIND, row.given(PartColumn.KIND).isPresent() ? "kindUnknown" : "required");
        }
        return kind;
    }

    private static Optional<String> line(SourceRow<PartColumn> row, PartColumn column, int most) {
        Optional<String> text = row.given(column);
        if (text.filter(given -> given.length() > most).isPresent()) {
            row.wrong(column, "tooLong", most);
        }
        return text;
    }
}
