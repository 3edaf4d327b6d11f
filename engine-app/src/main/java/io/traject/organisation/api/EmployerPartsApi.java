package io.traject.organisation.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.traject.organisation.tree.NodeDirectory;
import io.traject.organisation.tree.NodeKind;
import io.traject.web.api.ItemPage;
import io.traject.web.api.PageQuery;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The establishments and departments of a published employer. */
@RestController
@RequestMapping("/api/v1/employers/{id}")
class EmployerPartsApi {

    private final Parts parts;

    EmployerPartsApi(Parts parts) {
        this.parts = parts;
    }

    @GetMapping("/establishments")
    @Operation(summary = "List an employer's establishments within reach, by name")
    @Tag(name = "Establishments")
    ItemPage<PartView> establishments(@PathVariable UUID id, @RequestParam Optional<String> q, PageQuery query) {
        return list(id, NodeKind.ESTABLISHMENT, q, query);
    }

    @PostMapping("/establishments")
    @Operation(summary = "Add an establishment", description = "409 node-name-taken or node-code-taken")
    @Tag(name = "Establishments")
    ResponseEntity<PartView> addEstablishment(@PathVariable UUID id, @Valid @RequestBody NewPart asked) {
        return parts.add(NodeKind.ESTABLISHMENT, parts.within(id, Optional.empty()), asked, EstablishmentApi.PATH);
    }

    @GetMapping("/departments")
    @Operation(summary = "List an employer's departments within reach, at any depth, by name")
    @Tag(name = "Departments")
    ItemPage<PartView> departments(@PathVariable UUID id, @RequestParam Optional<String> q, PageQuery query) {
        return list(id, NodeKind.DEPARTMENT, q, query);
    }

    @PostMapping("/departments")
    @Operation(
            summary = "Add a department",
            description =
                    "parentId: an establishment or department of the employer, or nothing for the employer itself."
                            + " 409 node-name-taken or node-code-taken")
    @Tag(name = "Departments")
    ResponseEntity<PartView> addDepartment(@PathVariable UUID id, @Valid @RequestBody NewPart asked) {
        return parts.add(
                NodeKind.DEPARTMENT,
                parts.within(id, Optional.ofNullable(asked.parentId())),
                asked,
                DepartmentApi.PATH);
    }

    private ItemPage<PartView> list(UUID employer, NodeKind kind, Optional<String> q, PageQuery query) {
        return parts.find(
                new NodeDirectory.Search(q, Optional.of(kind), Optional.of(parts.within(employer, Optional.empty()))),
                query);
    }
}
