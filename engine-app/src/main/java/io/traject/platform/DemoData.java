package io.traject.platform;

import io.traject.kernel.DemoContribution;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Loads what every room contributes to the demo, each contribution in a transaction of its own. */
@Component
@ConditionalOnBooleanProperty("traject.demo")
class DemoData {

    private static final Logger log = LoggerFactory.getLogger(DemoData.class);

    private final ObjectProvider<DemoContribution> contributions;
    private final TransactionTemplate transaction;

    DemoData(ObjectProvider<DemoContribution> contributions, TransactionTemplate transaction) {
        this.contributions = contributions;
        this.transaction = transaction;
    }

    @EventListener(ApplicationStartedEvent.class)
    void load() {
        contributions
                .orderedStream()
                .forEach(contribution -> transaction.executeWithoutResult(status -> contribution.load()));
        log.info("The demo data is there");
    }
}
