package vn.kientao.platform.security.passkey;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/** The public key of a passkey: ES256, EdDSA or RS256, the algorithms that {@link Passkeys} asks browsers for. */
record CredentialKey(Algorithm algorithm, PublicKey key) {
    private static final int FEWEST_RSA_BITS = 2048;
    private static final byte[] ED25519_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    /** An algorithm by its number among COSE's. */
    enum Algorithm {
        ES256(-7, "EC", "SHA256withECDSA"),
        EDDSA(-8, "Ed25519", "Ed25519"),
        RS256(-257, "RSA", "SHA256withRSA");

        private final int number;
        private final String family;
        private final String signature;

        Algorithm(int number, String family, String signature) {
            this.number = number;
            this.family = family;
            this.signature = signature;
        }
    }

    /** The key in a COSE map (RFC 9052), as it stands in the data of an authenticator. */
    static CredentialKey ofCose(Map<?, ?> cose) {
        try {
            long algorithm = number(cose, 3);
            if (algorithm == Algorithm.ES256.number && number(cose, 1) == 2 && number(cose, -1) == 1) {
                return new CredentialKey(Algorithm.ES256, elliptic(bytes(cose, -2), bytes(cose, -3)));
            }
            if (algorithm == Algorithm.EDDSA.number && number(cose, 1) == 1 && number(cose, -1) == 6) {
                return new CredentialKey(Algorithm.EDDSA, edwards(bytes(cose, -2)));
            }
            if (algorithm == Algorithm.RS256.number && number(cose, 1) == 3) {
                return new CredentialKey(Algorithm.RS256, rsa(bytes(cose, -1), bytes(cose, -2)));
            }
            throw new PasskeyException("key of algorithm " + algorithm + " (expected: ES256, EdDSA or RS256)");
        } catch (GeneralSecurityException e) {
            throw new PasskeyException("malformed key", e);
        }
    }

    /** As it is kept. */
    String text() {
        return algorithm + " " + Base64.getEncoder().encodeToString(key.getEncoded());
    }

    static CredentialKey ofText(String text) {
        int space = text.indexOf(' ');
        Algorithm algorithm = Algorithm.valueOf(text.substring(0, space));
        byte[] encoded = Base64.getDecoder().decode(text.substring(space + 1));
        try {
            return new CredentialKey(
                    algorithm,
                    KeyFactory.getInstance(algorithm.family).generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            throw new PasskeyException("a kept key cannot be read", e);
        }
    }

    boolean verifies(byte[] signed, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(algorithm.signature);
            verifier.initVerify(key);
            verifier.update(signed);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static PublicKey elliptic(byte[] x, byte[] y) throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        ECParameterSpec curve = parameters.getParameterSpec(ECParameterSpec.class);
        ECPoint point = new ECPoint(new BigInteger(1, x), new BigInteger(1, y));
        if (!onCurve(curve, point)) {
            throw new PasskeyException("a point that is not on the curve P-256");
        }
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, curve));
    }

    private static boolean onCurve(ECParameterSpec curve, ECPoint point) {
        BigInteger p = ((ECFieldFp) curve.getCurve().getField()).getP();
        BigInteger x = point.getAffineX();
        BigInteger y = point.getAffineY();
        if (x.compareTo(p) >= 0 || y.compareTo(p) >= 0) {
            return false;
        }
        BigInteger right = x.pow(3)
                .add(curve.getCurve().getA().multiply(x))
                .add(curve.getCurve().getB())
                .mod(p);
        return y.pow(2).mod(p).equals(right);
    }

    private static PublicKey edwards(byte[] x) throws GeneralSecurityException {
        byte[] encoded = new byte[ED25519_HEAD.length + x.length];
        System.arraycopy(ED25519_HEAD, 0, encoded, 0, ED25519_HEAD.length);
        System.arraycopy(x, 0, encoded, ED25519_HEAD.length, x.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static PublicKey rsa(byte[] modulus, byte[] exponent) throws GeneralSecurityException {
        BigInteger n = new BigInteger(1, modulus);
        if (n.bitLength() < FEWEST_RSA_BITS) {
            throw new PasskeyException("RSA key of " + n.bitLength() + " bits (expected: >= " + FEWEST_RSA_BITS + ")");
        }
        return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(n, new BigInteger(1, exponent)));
    }

    private static long number(Map<?, ?> cose, long label) {
        if (cose.get(label) instanceof Long number) {
            return number;
        }
        throw new PasskeyException("key without number " + label);
    }

    private static byte[] bytes(Map<?, ?> cose, long label) {
        if (cose.get(label) instanceof byte[] bytes) {
            return bytes;
        }
        throw new PasskeyException("key without bytes " + label);
    }
}
