package io.traject.organisation;

import io.traject.access.Organisations;
import io.traject.organisation.tree.Tree;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A user belongs to a municipality or to a provider. */
@Component
class OrganisationsOfTheTree implements Organisations {

    private final Tree tree;

    OrganisationsOfTheTree(Tree tree) {
        this.tree = tree;
    }

    @Override
    public List<Entry> all() {
        return tree.roots().stream()
                .map(root -> new Entry(root.id(), root.name()))
                .toList();
    }

    @Override
    public boolean exists(UUID id) {
        return tree.find(id).filter(node -> node.kind().isRoot()).isPresent();
    }
}
