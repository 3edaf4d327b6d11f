package io.traject.organisation.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.traject.organisation.tree.NodeKind;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(DepartmentApi.PATH)
@Tag(name = "Departments")
class DepartmentApi extends PartApi {

    static final String PATH = "/api/v1/departments";

    DepartmentApi(Parts parts) {
        super(NodeKind.DEPARTMENT, parts);
    }
}
