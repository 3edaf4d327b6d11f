package io.traject.broker;

/** The main class of the child: Camunda's own, ended together with the parent. */
public final class BrokerMain {

    private static final String CAMUNDA_MAIN = "io.camunda.application.StandaloneBroker";

    private BrokerMain() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        ChildMain.run(CAMUNDA_MAIN, arguments);
    }
}
