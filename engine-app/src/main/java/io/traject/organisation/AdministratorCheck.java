package io.traject.organisation;

import io.traject.access.Permission;
import io.traject.access.UserDirectory;
import io.traject.kernel.SetUpCheck;
import io.traject.organisation.tree.Node;
import io.traject.organisation.tree.Tree;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Each organisation looks after its own users. */
@Component
@Order(32)
class AdministratorCheck implements SetUpCheck {

    private final Tree tree;
    private final UserDirectory users;

    AdministratorCheck(Tree tree, UserDirectory users) {
        this.tree = tree;
        this.users = users;
    }

    @Override
    public String titleKey() {
        return "organisation.check.administrator";
    }

    @Override
    public Finding look() {
        Set<UUID> manned = users.organisationsWith(Permission.ADMINISTRATION);
        String without = tree.roots().stream()
                .filter(root -> !manned.contains(root.id()))
                .map(Node::name)
                .collect(Collectors.joining(", "));
        return without.isEmpty()
                ? Finding.ok("organisation.check.administrator.ok")
                : Finding.warning("organisation.check.administrator.none", without)
                        .mendedAt("/admin/users/new");
    }
}
