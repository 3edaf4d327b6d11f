package io.traject.organisation.employees;

import io.traject.kernel.Refusal;
import io.traject.kernel.RefusedException;
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

    /** @throws RefusedException ({@code employees-elsewhere}) when the employees would come to stand below another employer */
    @EventListener
    void on(NodeMoved moved) {
        if (places.holdsEmployeesOfOthers(moved.node())) {
            throw new RefusedException(Refusal.of("employees-elsewhere"));
        }
        places.refreshBelow(moved.node());
    }
}
