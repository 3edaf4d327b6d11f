package io.traject.organisation.imports;

import io.traject.organisation.tree.NodeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parts of one employer as they will be once the rows of a file have been carried out. */
final class PlannedTree {

    static final String STEP = " > ";

    private final Part root;
    private final List<Part> parts = new ArrayList<>();
    private final Map<UUID, Part> byNode = new HashMap<>();
    private final Map<String, List<Part>> found = new HashMap<>();

    PlannedTree(Part root) {
        this.root = root;
        parts.add(root);
    }

    /** A part that is there, or will be. */
    static final class Part {

        private final Ref ref;
        private final NodeKind kind;
        private final boolean reachable;
        private final long version;
        private final List<Part> children = new ArrayList<>();
        private @Nullable Part parent;
        private String name;
        private Optional<String> code;
        private int row;

        /** @param reachable whether it lies within the actor's reach */
        Part(
                Ref ref,
                NodeKind kind,
                @Nullable Part parent,
                String name,
                Optional<String> code,
                boolean reachable,
                long version) {
            this.ref = ref;
            this.kind = kind;
            this.parent = parent;
            this.name = name;
            this.code = code;
            this.reachable = reachable;
            this.version = version;
            if (parent != null) {
                parent.children.add(this);
            }
        }

        Ref ref() {
            return ref;
        }

        NodeKind kind() {
            return kind;
        }

        boolean reachable() {
            return reachable;
        }

        long version() {
            return version;
        }

        Optional<Part> parent() {
            return Optional.ofNullable(parent);
        }

        String name() {
            return name;
        }

        Optional<String> code() {
            return code;
        }

        /** The row of the file that is about it; 0 for none. */
        int row() {
            return row;
        }

        void ofRow(int number) {
            row = number;
        }

        /** Its name after those of what it lies in, below the employer; empty for the employer. */
        String path() {
            return parent == null ? "" : parent.parent == null ? name : parent.path() + STEP + name;
        }

        boolean isAtOrBelow(Part other) {
            for (Part step = this; step != null; step = step.parent) {
                if (step == other) {
                    return true;
                }
            }
            return false;
        }

        Optional<Part> nearest(NodeKind wanted) {
            for (Part step = this; step != null; step = step.parent) {
                if (step.kind == wanted) {
                    return Optional.of(step);
                }
            }
            return Optional.empty();
        }

        Optional<Part> child(NodeKind wanted, String called) {
            return children.stream()
                    .filter(child -> child.kind == wanted && child.name.equalsIgnoreCase(called))
                    .findFirst();
        }

        Optional<Part> childWithCode(NodeKind wanted, String given) {
            return children.stream()
                    .filter(child -> child.kind == wanted
                            && child.code.filter(given::equals).isPresent())
                    .findFirst();
        }
    }

    Part root() {
        return root;
    }

    /** Where somebody works; the employer itself when that is no part, or one that is archived. */
    Part at(Optional<UUID> workplace) {
        return workplace.flatMap(node -> Optional.ofNullable(byNode.get(node))).orElse(root);
    }

    void add(Part part) {
        parts.add(part);
        if (part.ref.node() != null) {
            byNode.put(part.ref.node(), part);
        }
        found.clear();
    }

    void change(Part part, Part parent, String name, Optional<String> code) {
        if (part.parent != parent && part.parent != null) {
            part.parent.children.remove(part);
            part.parent = parent;
            parent.children.add(part);
        }
        part.name = name;
        part.code = code;
        found.clear();
    }

    /** By its path below the employer, otherwise by its code: none, one, or several that can't be told apart. */
    List<Part> find(String text) {
        return found.computeIfAbsent(text, this::lookUp);
    }

    private List<Part> lookUp(String text) {
        List<Part> level = List.of(root);
        for (String step : text.split("[>›]", -1)) {
            String name = step.strip();
            level = level.stream()
                    .flatMap(part -> part.children.stream())
                    .filter(child -> child.name.equalsIgnoreCase(name))
                    .toList();
        }
        return level.isEmpty() ? withCode(text) : level;
    }

    List<Part> withCode(String code) {
        return parts.stream()
                .filter(part -> part != root && part.code.filter(code::equals).isPresent())
                .collect(Collectors.toList());
    }

    /**
     * Which part is meant, once it is there.
     *
     * @param node of one that is there; otherwise null
     * @param row the place, among the rows of the import, of the one that makes it
     */
    record Ref(@Nullable UUID node, int row) {

        static Ref of(UUID node) {
            return new Ref(node, -1);
        }

        static Ref ofRow(int row) {
            return new Ref(null, row);
        }
    }
}
