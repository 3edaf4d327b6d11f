package io.traject.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/** The main class of a child: runs another program's main class, whose name comes first, and ends it together with the parent. */
public final class ChildMain {

    private static final Duration TIME_TO_END = Duration.ofSeconds(20);

    private ChildMain() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        run(arguments[0], Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    static void run(String mainClass, String... arguments) throws ReflectiveOperationException {
        // Ctrl-C reaches every process of the terminal; the application ends this one when it is done with it.
        Signal.handle(new Signal("INT"), SignalHandler.SIG_IGN);
        Thread.ofPlatform().daemon().name("end-with-parent").start(ChildMain::endWithParent);
        Class.forName(mainClass).getMethod("main", String[].class).invoke(null, (Object) arguments);
    }

    /** The parent holds the other end of standard input, so that its end, even by force, is read as the end of the stream. */
    private static void endWithParent() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("Lost the parent: " + e);
        }
        Thread ending = Thread.ofPlatform().daemon().name("end").start(() -> System.exit(0));
        try {
            ending.join(TIME_TO_END);
        } catch (InterruptedException e) {
            System.err.println("Interrupted while ending; ending at once");
        }
        Runtime.getRuntime().halt(1);
    }
}
