package io.traject.cases;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the rooms that the data of a case is no longer awaited; what they see then is the changed case. */
@Component
class CollectionEnd {

    private final Cases cases;
    private final ApplicationEventPublisher publisher;

    CollectionEnd(Cases cases, ApplicationEventPublisher publisher) {
        this.cases = cases;
        this.publisher = publisher;
    }

    void announce(Case changed) {
        cases.saveAndFlush(changed);
        publisher.publishEvent(new DataNoLongerAwaited(changed.id()));
    }
}
