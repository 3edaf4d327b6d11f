package io.traject.organisation;

import io.traject.access.OrganisationTree;
import io.traject.access.Reach;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** An organisation of one node. */
@Component
class OrganisationRoots implements OrganisationTree {

    @Override
    public boolean covers(Set<Reach.Part> parts, UUID node) {
        return parts.stream().anyMatch(part -> part.node().equals(node));
    }
}
