package io.traject.organisation.api;

import io.traject.kernel.NotFoundException;
import io.traject.organisation.tree.AddNode;
import io.traject.organisation.tree.ArchiveNode;
import io.traject.organisation.tree.ChangeNode;
import io.traject.organisation.tree.MoveNode;
import io.traject.organisation.tree.Node;
import io.traject.organisation.tree.NodeDirectory;
import io.traject.organisation.tree.NodeKind;
import io.traject.organisation.tree.Tree;
import io.traject.web.api.EntityTags;
import io.traject.web.api.ItemPage;
import io.traject.web.api.PageQuery;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What the calls about parts of an organisation do; a refusal is thrown and becomes a problem. */
@Component
class Parts {

    private final NodeDirectory directory;
    private final Tree tree;
    private final AddNode addNode;
    private final ChangeNode changeNode;
    private final MoveNode moveNode;
    private final ArchiveNode archiveNode;

    Parts(
            NodeDirectory directory,
            Tree tree,
            AddNode addNode,
            ChangeNode changeNode,
            MoveNode moveNode,
            ArchiveNode archiveNode) {
        this.directory = directory;
        this.tree = tree;
        this.addNode = addNode;
        this.changeNode = changeNode;
        this.moveNode = moveNode;
        this.archiveNode = archiveNode;
    }

    Node get(UUID id, NodeKind kind) {
        return directory.get(id, kind);
    }

    ItemPage<PartView> find(NodeDirectory.Search search, PageQuery query) {
        NodeDirectory.Some<NodeDirectory.Placed> found = directory.find(search, query.offset(), query.size());
        return ItemPage.of(found.items(), query, found.total()).map(placed -> PartView.of(placed.node()));
    }

    ResponseEntity<PartView> add(NodeKind kind, UUID parent, NewPart asked, String collection) {
        Node added = addNode.add(kind, parent, asked.name(), asked.codeIfAny()).orThrow();
        return ResponseEntity.created(URI.create(collection + "/" + added.id()))
                .eTag(EntityTags.of(added.version()))
                .body(PartView.of(added));
    }

    /** @throws NotFoundException when the part doesn't lie within the employer */
    UUID within(UUID employer, Optional<UUID> part) {
        directory.get(employer, NodeKind.EMPLOYER);
        UUID parent = part.orElse(employer);
        if (tree.employer(parent).filter(found -> found.id().equals(employer)).isEmpty()) {
            throw new NotFoundException();
        }
        return parent;
    }

    Node change(UUID id, NewPart asked, long version) {
        return changeNode.change(id, asked.name(), asked.codeIfAny(), version).orThrow();
    }

    Node move(UUID id, UUID parent, long version) {
        return moveNode.move(id, parent, version).orThrow();
    }

    Node archive(UUID id, long version) {
        return archiveNode.archive(id, version).orThrow();
    }

    Node restore(UUID id, long version) {
        return archiveNode.restore(id, version).orThrow();
    }
}
