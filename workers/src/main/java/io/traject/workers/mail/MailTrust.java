package io.traject.workers.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whose certificates mail servers may show: of the authorities that Java knows, and of those in a PEM file. */
final class MailTrust {

    private MailTrust() {}

    /** @param file may be empty */
    static SSLSocketFactory with(String file) {
        try {
            if (file.isEmpty()) {
                return (SSLSocketFactory) SSLSocketFactory.getDefault();
            }
            KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
            all.load(null, null);
            int count = 0;
            for (X509Certificate known : authorities(null).getAcceptedIssuers()) {
                all.setCertificateEntry("known-" + count++, known);
            }
            try (InputStream pem = Files.newInputStream(Path.of(file))) {
                for (Certificate own : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                    all.setCertificateEntry("own-" + count++, own);
                }
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {authorities(all)}, null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The certificates in traject.mail.certificates can't be read: " + file, e);
        }
    }

    private static X509TrustManager authorities(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }
}
