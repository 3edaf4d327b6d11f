package io.traject.broker;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A program that starts a broker, says its process id and waits to be killed. */
final class BrokerParent {

    private BrokerParent() {}

    public static void main(String[] arguments) throws InterruptedException {
        Broker broker = Broker.start(BrokerSettings.forTests(Path.of(arguments[0])));
        System.out.println(broker.pid());
        new CountDownLatch(1).await();
    }
}
