package vn.kientao.platform.kernel.signature;

import static vn.kientao.platform.kernel.Sentences.refuseBecause;

import java.io.ByteArrayInputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import java.util.Map;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.kernel.Sentences;

/**
 * Algorithms that no longer prove anything. Java counts what they signed as unsigned and does not say why; here it is
 * said.
 */
final class Weakness {
    /** Digest algorithms that Java does not take, as they stand in a signature block (DER of their object ids). */
    private static final Map<String, String> WEAK_DIGESTS =
            Map.of("06052b0e03021a", "SHA-1", "06082a864886f70d0205", "MD5", "06082a864886f70d0202", "MD2");

    /** What follows the digest algorithms in a block: the object id of its content. */
    private static final String CONTENT = "06092a864886f70d010701";

    private Weakness() {}

    /**
     * Looks into a signature block.
     *
     * @throws ReleaseRefusedException when key or digest is too weak, or the block cannot be read
     */
    static void refuse(byte[] block, String name) {
        try {
            CertificateFactory.getInstance("X.509")
                    .generateCertPath(new ByteArrayInputStream(block), "PKCS7")
                    .getCertificates()
                    .forEach(Weakness::refuseKey);
        } catch (CertificateException e) {
            throw refuseBecause(e, "kernel.refused.signature-broken", name);
        }
        refuseDigest(HexFormat.of().formatHex(block));
    }

    private static void refuseKey(Certificate certificate) {
        Certificates.weakness(certificate.getPublicKey()).ifPresent(what -> {
            throw Sentences.refuse("kernel.refused.weak", what);
        });
    }

    private static void refuseDigest(String block) {
        int content = block.indexOf(CONTENT);
        String algorithms = content < 0 ? "" : block.substring(0, content);
        WEAK_DIGESTS.forEach((id, name) -> {
            if (algorithms.contains(id)) {
                throw Sentences.refuse("kernel.refused.weak", name);
            }
        });
    }
}
