package io.traject.organisation.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.traject.organisation.tree.NodeKind;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(EstablishmentApi.PATH)
@Tag(name = "Establishments")
class EstablishmentApi extends PartApi {

    static final String PATH = "/api/v1/establishments";

    EstablishmentApi(Parts parts) {
        super(NodeKind.ESTABLISHMENT, parts);
    }
}
