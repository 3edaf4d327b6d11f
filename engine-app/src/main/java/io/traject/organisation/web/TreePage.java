package io.traject.organisation.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.organisation.tree.Node;
import io.traject.organisation.tree.NodeDirectory;
import io.traject.organisation.tree.NodeKind;
import io.traject.web.ListDefaults;
import io.traject.web.ListPage;
import io.traject.web.ListQuery;
import io.traject.web.Option;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The organisation as far as the reader reaches: a tree that opens level by level, and a search by name or code. */
@Controller
@RequestMapping("/organisation")
class TreePage {

    private static final String PATH = "/organisation";

    /** Beneath one node; its own page lists all. */
    private static final int SHOWN = 100;

    private static final int MOST_OPEN = 50;

    private final NodeDirectory directory;
    private final Authorization authorization;
    private final MessageSource messages;

    TreePage(NodeDirectory directory, Authorization authorization, MessageSource messages) {
        this.directory = directory;
        this.authorization = authorization;
        this.messages = messages;
    }

    /** @param open the nodes that are open; at first those with which the reader's part begins */
    @GetMapping
    String show(
            @ListDefaults(
                            sort = "name",
                            sortable = {"name"},
                            filters = {"q", "kind"})
                    ListQuery query,
            @RequestParam(required = false) @Nullable List<UUID> open,
            Locale locale,
            Model model) {
        ListPage<NodeView> found = query.filtered() ? found(query) : new ListPage<>(query, List.of(), 0, false);
        model.addAttribute("list", found);
        model.addAttribute("kinds", kinds(locale));
        model.addAttribute("mayImport", authorization.may(Permission.ORGANISATION_IMPORT));
        model.addAttribute("branches", query.filtered() ? List.of() : tree(open));
        return "organisation/tree";
    }

    private ListPage<NodeView> found(ListQuery query) {
        var search = new NodeDirectory.Search(
                Optional.of(query.filter("q").orElse("")),
                query.filter("kind").flatMap(TreePage::kind),
                Optional.empty());
        NodeDirectory.Some<NodeDirectory.Placed> found = directory.find(search, query.offset(), query.size());
        return new ListPage<>(query, found.items(), found.total(), false).map(NodeView::of);
    }

    private List<TreeBranch> tree(@Nullable List<UUID> open) {
        List<NodeDirectory.Branch> tops = directory.tops();
        Set<UUID> opened = open == null
                ? tops.stream().map(top -> top.node().id()).collect(Collectors.toCollection(LinkedHashSet::new))
                : new LinkedHashSet<>(open.subList(0, Math.min(open.size(), MOST_OPEN)));
        return tops.stream().map(top -> branch(top, opened, above(top.node()))).toList();
    }

    /** Where the reader's part begins is told by the names above it. */
    private List<String> above(Node top) {
        return directory.above(top).stream().map(NodeDirectory.Step::name).toList();
    }

    private TreeBranch branch(NodeDirectory.Branch branch, Set<UUID> opened, List<String> above) {
        Node node = branch.node();
        boolean open = branch.opens() && opened.contains(node.id());
        NodeDirectory.Some<NodeDirectory.Branch> below =
                open ? directory.children(node.id(), 0, SHOWN) : new NodeDirectory.Some<>(List.of(), 0);
        return new TreeBranch(
                NodeView.of(new NodeDirectory.Placed(node, above)),
                open,
                branch.opens() ? toggle(node.id(), opened) : null,
                below.items().stream()
                        .map(child -> branch(child, opened, List.of()))
                        .toList(),
                below.total() - below.items().size());
    }

    private static String toggle(UUID node, Set<UUID> opened) {
        Set<UUID> toggled = new LinkedHashSet<>(opened);
        if (!toggled.remove(node)) {
            toggled.add(node);
        }
        return PATH + "?open=" + toggled.stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    private List<Option> kinds(Locale locale) {
        return Arrays.stream(NodeKind.values())
                .filter(kind -> !kind.isRoot())
                .map(kind ->
                        new Option(kind.code(), messages.getMessage("organisation.kind." + kind.code(), null, locale)))
                .toList();
    }

    private static Optional<NodeKind> kind(String code) {
        return Arrays.stream(NodeKind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst();
    }
}
