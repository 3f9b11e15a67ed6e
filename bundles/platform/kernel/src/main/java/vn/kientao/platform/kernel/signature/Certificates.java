package vn.kientao.platform.kernel.signature;

import static vn.kientao.platform.kernel.Sentences.refuse;
import static vn.kientao.platform.kernel.Sentences.refuseBecause;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HexFormat;
import java.util.Optional;
import vn.kientao.platform.api.module.ReleaseRefusedException;

/** Reads certificates and knows them again. */
final class Certificates {
    private static final int MOST_BYTES = 64 * 1024;
    private static final int LEAST_RSA_BITS = 2048;
    private static final int LEAST_EC_BITS = 256;

    private Certificates() {}

    /**
     * Reads one X.509 certificate, as PEM or DER.
     *
     * @throws ReleaseRefusedException when it is none
     */
    static X509Certificate read(InputStream in) {
        try {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            Certificate certificate =
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
            if (bytes.length <= MOST_BYTES && certificate instanceof X509Certificate x509) {
                return x509;
            }
            throw refuse("kernel.refused.no-certificate");
        } catch (CertificateException e) {
            throw refuseBecause(e, "kernel.refused.no-certificate");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a certificate", e);
        }
    }

    /** SHA-256 of the encoded certificate, 64 lower-case hex digits. */
    static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded(certificate)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    /** What makes the key too weak to sign for anybody, such as {@code RSA 1024}; empty when it will do. */
    static Optional<String> weakness(PublicKey key) {
        if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < LEAST_RSA_BITS) {
            return Optional.of("RSA " + rsa.getModulus().bitLength());
        }
        if (key instanceof DSAPublicKey dsa && dsa.getParams().getP().bitLength() < LEAST_RSA_BITS) {
            return Optional.of("DSA " + dsa.getParams().getP().bitLength());
        }
        if (key instanceof ECPublicKey ec && ec.getParams().getOrder().bitLength() < LEAST_EC_BITS) {
            return Optional.of("EC " + ec.getParams().getOrder().bitLength());
        }
        return Optional.empty();
    }

    /** The algorithm's name as people know it: {@code Ed25519}, {@code RSA 3072}. */
    static String algorithm(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return "RSA " + rsa.getModulus().bitLength();
        }
        if (key instanceof ECPublicKey ec) {
            return "EC " + ec.getParams().getOrder().bitLength();
        }
        return key instanceof java.security.interfaces.EdECPublicKey edwards
                ? edwards.getParams().getName()
                : key.getAlgorithm();
    }
}
