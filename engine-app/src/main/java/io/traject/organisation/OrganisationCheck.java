package io.traject.organisation;

import io.traject.kernel.SetUpCheck;
import io.traject.organisation.tree.Node;
import io.traject.organisation.tree.NodeKind;
import io.traject.organisation.tree.Tree;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Users, templates and cases belong to a municipality or a provider. */
@Component
@Order(30)
class OrganisationCheck implements SetUpCheck {

    private final Tree tree;

    OrganisationCheck(Tree tree) {
        this.tree = tree;
    }

    @Override
    public String titleKey() {
        return "organisation.check.organisation";
    }

    @Override
    public Finding look() {
        List<Node> roots = tree.roots();
        long municipalities = roots.stream()
                .filter(root -> root.kind() == NodeKind.MUNICIPALITY)
                .count();
        return roots.isEmpty()
                ? Finding.missing("organisation.check.organisation.none").mendedAt("/admin/municipalities")
                : Finding.ok("organisation.check.organisation.ok", municipalities, roots.size() - municipalities);
    }
}
