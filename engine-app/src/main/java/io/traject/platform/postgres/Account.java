package io.traject.platform.postgres;

import com.sun.security.auth.module.UnixSystem;
import io.traject.platform.PlatformFailure;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/**
 * The account under which PostgreSQL runs. It refuses to run as root, so root gives it a user namespace in which it is
 * nobody or, where namespaces are not allowed (as in many containers), makes it the account nobody that may pass through
 * root's folders.
 *
 * @param prefix what comes before a command to run it under this account
 * @param uid the owner of the files as the file system sees it
 */
record Account(List<String> prefix, int uid) {

    private static final int ROOT = 0;
    private static final int NOBODY = 65534;
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> SETPRIV = List.of(
            "setpriv",
            "--reuid=" + NOBODY,
            "--regid=" + NOBODY,
            "--clear-groups",
            "--inh-caps=+dac_override",
            "--ambient-caps=+dac_override");

    static Account thatPostgresAccepts() throws InterruptedException {
        int uid = (int) new UnixSystem().getUid();
        if (uid != ROOT) {
            return new Account(List.of(), uid);
        }
        if (works(NAMESPACE)) {
            return new Account(NAMESPACE, ROOT);
        }
        if (works(SETPRIV)) {
            return new Account(SETPRIV, NOBODY);
        }
        throw new PlatformFailure(
                "PostgreSQL does not run as root, and neither unshare nor setpriv (util-linux) works here."
                        + " Start Traject as an ordinary user.");
    }

    /** The command under this account. */
    List<String> command(String... command) {
        return Stream.concat(prefix.stream(), Stream.of(command)).toList();
    }

    /** Makes this account the owner of a file, or of a folder with everything in it. */
    void give(Path path) throws IOException {
        if (owns(path)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                return visitFile(folder, attributes);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.setAttribute(file, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private boolean owns(Path path) throws IOException {
        return Integer.valueOf(uid).equals(Files.getAttribute(path, "unix:uid"));
    }

    private static boolean works(List<String> prefix) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(
                            Stream.concat(prefix.stream(), Stream.of("true")).toList())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false; // there is no such program
        }
    }
}
