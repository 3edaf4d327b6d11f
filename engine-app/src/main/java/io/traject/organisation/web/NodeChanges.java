package io.traject.organisation.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.organisation.tree.AddNode;
import io.traject.organisation.tree.ArchiveNode;
import io.traject.organisation.tree.ChangeNode;
import io.traject.organisation.tree.MoveNode;
import io.traject.organisation.tree.Node;
import io.traject.organisation.tree.NodeDirectory;
import io.traject.organisation.tree.NodeKind;
import io.traject.organisation.tree.Tree;
import io.traject.web.Flash;
import io.traject.web.Option;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What one changes in a tree: add, rename, move, archive and bring back. */
@Controller
@RequestMapping("/organisation/{id}")
class NodeChanges {

    private static final String FORM = "organisation/node-form";
    private static final String MOVE = "organisation/node-move";

    private final NodeDirectory directory;
    private final Tree tree;
    private final AddNode addNode;
    private final ChangeNode changeNode;
    private final MoveNode moveNode;
    private final ArchiveNode archiveNode;
    private final Authorization authorization;

    NodeChanges(
            NodeDirectory directory,
            Tree tree,
            AddNode addNode,
            ChangeNode changeNode,
            MoveNode moveNode,
            ArchiveNode archiveNode,
            Authorization authorization) {
        this.directory = directory;
        this.tree = tree;
        this.addNode = addNode;
        this.changeNode = changeNode;
        this.moveNode = moveNode;
        this.archiveNode = archiveNode;
        this.authorization = authorization;
    }

    /** @param version of the node that was looked at */
    record MoveForm(
            @NotNull(message = "{organisation.node.move.to.required}") @Nullable
            UUID to,

            long version) {}

    /** How many of a kind lie below a node. */
    record Below(NodeKind kind, long count) {}

    /** Before anything typed is looked at. */
    @ModelAttribute
    void admit(@PathVariable UUID id) {
        authorization.require(Permission.ORGANISATION_EDIT, id);
    }

    @GetMapping("/parts/new")
    String blank(@PathVariable UUID id, @RequestParam String kind, Model model) {
        model.addAttribute("form", NodeForm.BLANK);
        return adding(parent(id, kind), kind(kind), model);
    }

    @PostMapping("/parts/new")
    String add(
            @PathVariable UUID id,
            @RequestParam String kind,
            @Valid @ModelAttribute("form") NodeForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        Node parent = parent(id, kind);
        if (!errors.hasErrors()) {
            switch (addNode.add(kind(kind), id, form.name(), form.codeIfAny())) {
                case Outcome.Done<Node>(Node added) -> {
                    Flash.success(redirect, "organisation.node.added", added.name());
                    return page(parent);
                }
                case Outcome.Refused<Node>(Refusal refusal) -> reject(refusal, errors);
            }
        }
        return adding(parent, kind(kind), model);
    }

    @GetMapping("/edit")
    String edit(@PathVariable UUID id, Model model) {
        Node node = keptByHand(id);
        model.addAttribute("form", NodeForm.of(node));
        return editing(node, model);
    }

    @PostMapping("/edit")
    String change(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") NodeForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Node node = keptByHand(id);
        if (!errors.hasErrors()) {
            try {
                switch (changeNode.change(id, form.name(), form.codeIfAny(), form.version())) {
                    case Outcome.Done<Node>(Node changed) -> {
                        Flash.success(redirect, "organisation.node.changed", changed.name());
                        return page(changed);
                    }
                    case Outcome.Refused<Node>(Refusal refusal) -> reject(refusal, errors);
                }
            } catch (OptimisticLockingFailureException changedMeanwhile) {
                Node current = directory.get(id);
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                model.addAttribute("current", NodeView.of(current));
                model.addAttribute("form", form.over(current));
                return editing(current, model);
            }
        }
        return editing(node, model);
    }

    @GetMapping("/move")
    String destination(@PathVariable UUID id, Model model) {
        Node node = movable(id);
        model.addAttribute("form", new MoveForm(null, node.version()));
        return moving(node, model);
    }

    @PostMapping("/move")
    String move(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") MoveForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        Node node = movable(id);
        UUID to = form.to();
        if (to != null && !errors.hasErrors()) {
            switch (moveNode.move(id, to, form.version())) {
                case Outcome.Done<Node>(Node moved) -> {
                    Flash.success(
                            redirect,
                            "organisation.node.moved",
                            moved.name(),
                            tree.get(to).name());
                    return page(moved);
                }
                case Outcome.Refused<Node>(Refusal refusal) ->
                    errors.rejectValue(
                            "to", refusal.messageKey(), refusal.arguments().toArray(), refusal.code());
            }
        }
        return moving(node, model);
    }

    @GetMapping("/archiving")
    String askToArchive(@PathVariable UUID id, Model model) {
        Node node = keptByHand(id);
        about(node, model);
        model.addAttribute("parent", tree.get(node.parent().orElseThrow()).name());
        model.addAttribute("refused", node.kind() == NodeKind.FOLDER && tree.countBelow(id, NodeKind.EMPLOYER) > 0);
        return "organisation/node-archiving";
    }

    @PostMapping("/archiving")
    String archive(@PathVariable UUID id, @RequestParam long version, RedirectAttributes redirect) {
        Node archived = archiveNode.archive(id, version).orThrow();
        Node parent = tree.get(archived.parent().orElseThrow());
        Flash.success(redirect, "organisation.node.archived", archived.name());
        return authorization.may(Permission.ORGANISATION_VIEW, parent.id()) ? page(parent) : "redirect:/organisation";
    }

    @PostMapping("/restoration")
    String restore(@PathVariable UUID id, @RequestParam long version, RedirectAttributes redirect) {
        Node restored = archiveNode.restore(id, version).orThrow();
        Flash.success(redirect, "organisation.node.restored", restored.name());
        return page(restored);
    }

    private String adding(Node parent, NodeKind kind, Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("parent", NodeView.of(parent));
        model.addAttribute("steps", crumbsTo(parent));
        return FORM;
    }

    private String editing(Node node, Model model) {
        model.addAttribute("kind", node.kind());
        model.addAttribute("node", NodeView.of(node));
        model.addAttribute("steps", crumbsTo(node));
        return FORM;
    }

    private String moving(Node node, Model model) {
        about(node, model);
        model.addAttribute(
                "destinations",
                directory.destinations(node).stream()
                        .map(NodeView::of)
                        .map(to -> new Option(
                                to.id().toString(),
                                Stream.concat(to.above().stream(), Stream.of(to.name()))
                                        .reduce((outer, inner) -> outer + " › " + inner)
                                        .orElseThrow()))
                        .toList());
        return MOVE;
    }

    private void about(Node node, Model model) {
        model.addAttribute("node", NodeView.of(node));
        model.addAttribute("steps", crumbsTo(node));
        model.addAttribute(
                "below",
                Arrays.stream(NodeKind.values())
                        .map(kind -> new Below(kind, tree.countBelow(node.id(), kind)))
                        .filter(below -> below.count() > 0)
                        .toList());
    }

    private List<Crumb> crumbsTo(Node node) {
        return Stream.concat(
                        Crumb.of(directory.above(node)).stream(),
                        Stream.of(new Crumb(node.name(), NodePaths.of(node.kind(), node.id()))))
                .toList();
    }

    private Node parent(UUID id, String kind) {
        Node parent = directory.get(id);
        if (!kind(kind).mayStandIn(parent.kind())) {
            throw new NotFoundException();
        }
        return parent;
    }

    private Node keptByHand(UUID id) {
        Node node = directory.get(id);
        if (!node.kind().isKeptByHand()) {
            throw new NotFoundException();
        }
        return node;
    }

    private Node movable(UUID id) {
        Node node = directory.get(id);
        if (node.kind().isRoot()) {
            throw new NotFoundException();
        }
        return node;
    }

    private static NodeKind kind(String code) {
        return Arrays.stream(NodeKind.values())
                .filter(kind -> kind.isKeptByHand() && kind.code().equals(code))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private static void reject(Refusal refusal, BindingResult errors) {
        errors.rejectValue(
                refusal.code().equals("node-code-taken") ? "code" : "name",
                refusal.messageKey(),
                refusal.arguments().toArray(),
                refusal.code());
    }

    private static String page(Node node) {
        return "redirect:" + NodePaths.of(node.kind(), node.id());
    }
}
