package vn.kientao.platform.web.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who vouches for other machines: those whom Java knows, and those whom a file of certificates names. */
final class Issuers {
    private static final Logger log = LoggerFactory.getLogger(Issuers.class);

    private Issuers() {}

    /** A file that cannot be read adds nobody, and the log says so. */
    static SSLSocketFactory tls(String file) {
        if (file.isBlank()) {
            return (SSLSocketFactory) SSLSocketFactory.getDefault();
        }
        try {
            return factory(all(Path.of(file.strip())));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            log.error(
                    "Nobody beside those whom Java knows vouches for other machines: {} in vn.kientao.outbound.cfg "
                            + "(expected: a file with certificates in PEM): {}",
                    file,
                    e.toString());
            return (SSLSocketFactory) SSLSocketFactory.getDefault();
        }
    }

    /** Those of the file, and those whom Java knows. */
    static List<Certificate> all(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            List<Certificate> read =
                    List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(in));
            if (read.isEmpty()) {
                throw new GeneralSecurityException("no certificate in it");
            }
            List<Certificate> all = new ArrayList<>(read);
            all.addAll(known());
            return all;
        }
    }

    private static SSLSocketFactory factory(List<Certificate> all) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int place = 0; place < all.size(); place++) {
            store.setCertificateEntry("issuer-" + place, all.get(place));
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers(store).getTrustManagers(), null);
        return context.getSocketFactory();
    }

    static List<X509Certificate> known() throws GeneralSecurityException {
        return Arrays.stream(managers(null).getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()))
                .toList();
    }

    /** @param store null for the one that Java brings */
    private static TrustManagerFactory managers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        return managers;
    }
}
