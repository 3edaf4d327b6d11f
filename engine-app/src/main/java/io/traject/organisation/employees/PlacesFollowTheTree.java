package io.traject.organisation.employees;

import io.traject.organisation.tree.NodeMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Employees move along with the part of the organisation in which they work, in the same transaction. */
@Component
class PlacesFollowTheTree {

    private final EmployeePlaces places;

    PlacesFollowTheTree(EmployeePlaces places) {
        this.places = places;
    }

    @EventListener
    void on(NodeMoved moved) {
        places.refreshBelow(moved.node());
    }
}
