package io.traject.organisation;

import java.util.UUID;

/** How much a product is in use; implemented by the room that is the product. Asked only by the installation's administrator. */
public interface ProductUse {

    Product product();

    InUse at(UUID municipality);

    /**
     * What a municipality has of it.
     *
     * @param runningCases that go on when it is switched off
     * @param waitingBatches that can't go on until it is on again
     */
    record InUse(long runningCases, long waitingBatches) {}
}
