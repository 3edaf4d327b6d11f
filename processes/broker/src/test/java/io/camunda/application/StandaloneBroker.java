package io.camunda.application;

import java.util.concurrent.CountDownLatch;

/** Stands in for Camunda's main class where a test needs a broker's process but not a broker. */
public final class StandaloneBroker {

    private StandaloneBroker() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.out.println("running");
        new CountDownLatch(1).await();
    }
}
