package io.traject.organisation.api;

import io.swagger.v3.oas.annotations.Operation;
import io.traject.kernel.NotFoundException;
import io.traject.organisation.tree.Node;
import io.traject.organisation.tree.NodeKind;
import io.traject.web.api.EntityTags;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;

/** One part of an organisation: what is the same for all kinds that the organisation keeps itself. */
abstract class PartApi {

    private final NodeKind kind;
    private final Parts parts;

    PartApi(NodeKind kind, Parts parts) {
        this.kind = kind;
        this.parts = parts;
    }

    /** Where it goes. */
    record Destination(@NotNull UUID parentId) {}

    @GetMapping("/{id}")
    @Operation(summary = "Get it, with its version as ETag")
    ResponseEntity<PartView> get(@PathVariable UUID id) {
        return view(part(id));
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Change name and code",
            description =
                    "409 node-name-taken or node-code-taken; 412 when it changed since; parentId is not looked at")
    ResponseEntity<PartView> change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody NewPart asked) {
        Node part = part(id);
        EntityTags.require(ifMatch, part.version());
        return view(parts.change(id, asked, part.version()));
    }

    @PostMapping("/{id}/move")
    @Operation(
            summary = "Put it elsewhere, with all below it",
            description =
                    "422 node-not-here, node-below-itself or node-other-employer; 409 node-archived, node-name-taken")
    ResponseEntity<PartView> move(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Destination to) {
        Node part = part(id);
        return view(parts.move(id, to.parentId(), EntityTags.seen(ifMatch).orElse(part.version())));
    }

    @PostMapping("/{id}/archiving")
    @Operation(summary = "Put it away, with all below it", description = "409 node-holds-employers")
    ResponseEntity<PartView> archive(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Node part = part(id);
        return view(parts.archive(id, EntityTags.seen(ifMatch).orElse(part.version())));
    }

    @PostMapping("/{id}/restoration")
    @Operation(
            summary = "Bring it back, with what was archived together with it",
            description = "409 node-archived, node-name-taken or node-code-taken")
    ResponseEntity<PartView> restore(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Node part = part(id);
        return view(parts.restore(id, EntityTags.seen(ifMatch).orElse(part.version())));
    }

    /** @throws NotFoundException when there is none of this kind within reach */
    private Node part(UUID id) {
        return parts.get(id, kind);
    }

    private static ResponseEntity<PartView> view(Node node) {
        return ResponseEntity.ok().eTag(EntityTags.of(node.version())).body(PartView.of(node));
    }
}
