package io.traject.organisation.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.organisation.NodePanel;
import io.traject.organisation.tree.Node;
import io.traject.organisation.tree.NodeDirectory;
import io.traject.organisation.tree.NodeKind;
import io.traject.web.ListDefaults;
import io.traject.web.ListPage;
import io.traject.web.ListQuery;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A part of an organisation: where it stands, what stands in it, and what each feature has to show of it. */
@Controller
class NodePage {

    private final NodeDirectory directory;
    private final List<NodePanel> panels;
    private final Authorization authorization;

    NodePage(NodeDirectory directory, List<NodePanel> panels, Authorization authorization) {
        this.directory = directory;
        this.panels = panels;
        this.authorization = authorization;
    }

    /** A panel with what it shows. */
    record Shown(String key, String fragment, Object model) {}

    @GetMapping("/organisation/{id}")
    String folder(@PathVariable UUID id, @ListDefaults(sort = "name", sortable = "name") ListQuery query, Model model) {
        Node node = directory.get(id);
        return node.kind().isRoot() || node.kind() == NodeKind.FOLDER
                ? show(node, query, model)
                : "redirect:" + NodePaths.of(node.kind(), id);
    }

    @GetMapping("/employers/{id}")
    String employer(
            @PathVariable UUID id, @ListDefaults(sort = "name", sortable = "name") ListQuery query, Model model) {
        return show(directory.get(id, NodeKind.EMPLOYER), query, model);
    }

    @GetMapping("/establishments/{id}")
    String establishment(
            @PathVariable UUID id, @ListDefaults(sort = "name", sortable = "name") ListQuery query, Model model) {
        return show(directory.get(id, NodeKind.ESTABLISHMENT), query, model);
    }

    @GetMapping("/departments/{id}")
    String department(
            @PathVariable UUID id, @ListDefaults(sort = "name", sortable = "name") ListQuery query, Model model) {
        return show(directory.get(id, NodeKind.DEPARTMENT), query, model);
    }

    private String show(Node node, ListQuery query, Model model) {
        boolean mayEdit = authorization.may(Permission.ORGANISATION_EDIT, node.id());
        NodeDirectory.Some<NodeDirectory.Branch> children = directory.children(node.id(), query.offset(), query.size());
        model.addAttribute("node", NodeView.of(node));
        model.addAttribute("steps", Crumb.of(directory.above(node)));
        model.addAttribute(
                "list",
                new ListPage<>(query, children.items(), children.total(), false)
                        .map(branch -> NodeView.of(branch.node())));
        model.addAttribute("mayEdit", mayEdit);
        model.addAttribute("addable", mayEdit && !node.archived() ? addable(node.kind()) : List.of());
        model.addAttribute(
                "archived",
                mayEdit
                        ? directory.archivedChildren(node.id()).stream()
                                .map(NodeView::of)
                                .toList()
                        : List.of());
        model.addAttribute(
                "panels",
                panels.stream()
                        .filter(panel -> panel.of() == node.kind())
                        .sorted(Comparator.comparingInt(NodePanel::order))
                        .flatMap(panel -> shown(panel, node))
                        .toList());
        return "organisation/node";
    }

    private static List<NodeKind> addable(NodeKind parent) {
        return Arrays.stream(NodeKind.values())
                .filter(kind -> kind.isKeptByHand() && kind.mayStandIn(parent))
                .toList();
    }

    private static Stream<Shown> shown(NodePanel panel, Node node) {
        Object model = panel.model().apply(node);
        return model == null ? Stream.empty() : Stream.of(new Shown(panel.key(), panel.fragment(), model));
    }
}
