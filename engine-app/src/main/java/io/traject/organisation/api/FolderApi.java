package io.traject.organisation.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.traject.organisation.tree.NodeDirectory;
import io.traject.organisation.tree.NodeKind;
import io.traject.web.api.ItemPage;
import io.traject.web.api.PageQuery;
import io.traject.web.api.RequestProblemException;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Folders, in which employers are published. */
@RestController
@RequestMapping(FolderApi.PATH)
@Tag(name = "Folders")
class FolderApi extends PartApi {

    static final String PATH = "/api/v1/folders";

    private final Parts parts;

    FolderApi(Parts parts) {
        super(NodeKind.FOLDER, parts);
        this.parts = parts;
    }

    @GetMapping
    @Operation(summary = "List folders within reach, by name", description = "q: part of the name, or the whole code")
    ItemPage<PartView> list(@RequestParam Optional<String> q, PageQuery query) {
        return parts.find(new NodeDirectory.Search(q, Optional.of(NodeKind.FOLDER), Optional.empty()), query);
    }

    @PostMapping
    @Operation(
            summary = "Add a folder",
            description = "parentId: a folder or the organisation itself. 409 node-name-taken, 422 node-not-here")
    ResponseEntity<PartView> add(@Valid @RequestBody NewPart asked) {
        UUID parent = asked.parentId();
        if (parent == null) {
            throw new RequestProblemException(HttpStatus.BAD_REQUEST, "parameter-invalid", "parentId", "");
        }
        return parts.add(NodeKind.FOLDER, parent, asked, PATH);
    }
}
