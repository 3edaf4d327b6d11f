package io.traject.workers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Certificates of mail servers, made for the run by the JDK's keytool. */
public final class TestCertificates {

    private static final String PASSWORD = "changeit";
    private static final Path FOLDER = folder();
    private static final TestCertificates LOCALHOST = new TestCertificates("localhost", "dns:localhost", 30);
    private static final TestCertificates ELSEWHERE = new TestCertificates("elsewhere", "dns:mail.elders.example", 30);

    private final Path store;
    private final Path pem;

    private TestCertificates(String name, String alternativeName, int days) {
        store = FOLDER.resolve(name + ".p12");
        pem = FOLDER.resolve(name + ".pem");
        keytool(
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=" + alternativeName,
                "-validity",
                Integer.toString(days));
        keytool("-exportcert", "-rfc", "-alias", "server", "-file", pem.toString());
    }

    /** For this machine; trusted by the workers. */
    public static TestCertificates trusted() {
        try {
            Path both = FOLDER.resolve("trusted.pem");
            Files.writeString(both, Files.readString(LOCALHOST.pem) + Files.readString(ELSEWHERE.pem));
            return LOCALHOST;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For another host; trusted by the workers. */
    public static TestCertificates ofAnotherHost() {
        return ELSEWHERE;
    }

    /** For this machine; nobody vouches for it. */
    public static TestCertificates untrusted() {
        return new TestCertificates("stranger-" + System.nanoTime(), "dns:localhost", 30);
    }

    /** All certificates that are to be trusted. */
    public String pem() {
        return FOLDER.resolve("trusted.pem").toString();
    }

    public SSLContext server() {
        try (InputStream file = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(file, PASSWORD.toCharArray());
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keytool(String... arguments) {
        var command = new java.util.ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD, "-storetype", "PKCS12"));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(FOLDER.resolve("keytool.out").toFile())
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(Files.readString(FOLDER.resolve("keytool.out")));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "certificates")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
