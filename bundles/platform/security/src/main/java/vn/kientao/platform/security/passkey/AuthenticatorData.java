package vn.kientao.platform.security.passkey;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.security.domain.Secrets;

/**
 * What an authenticator says of itself (WebAuthn, 6.1).
 *
 * @param signCount how often it has signed, if it counts; 0 when it does not
 * @param credential the new passkey; only at registration
 */
@SuppressWarnings("ArrayRecordComponent") // Read, and never compared.
record AuthenticatorData(byte[] siteHash, int flags, long signCount, Optional<Credential> credential) {
    private static final int HEAD = 37;
    private static final int USER_PRESENT = 0x01;
    private static final int USER_VERIFIED = 0x04;
    private static final int HAS_CREDENTIAL = 0x40;
    private static final int LONGEST_ID = 1023;
    private static final int AAGUID = 16;

    /** A passkey as it is first heard of. */
    @SuppressWarnings("ArrayRecordComponent")
    record Credential(byte[] id, CredentialKey key) {}

    static AuthenticatorData parse(byte[] bytes) {
        if (bytes.length < HEAD) {
            throw new PasskeyException("authenticator data of " + bytes.length + " bytes (expected: >= " + HEAD + ")");
        }
        int flags = bytes[32] & 0xFF;
        long count = ByteBuffer.wrap(bytes, 33, 4).getInt() & 0xFFFFFFFFL;
        Optional<Credential> credential =
                (flags & HAS_CREDENTIAL) == 0 ? Optional.empty() : Optional.of(credential(bytes));
        return new AuthenticatorData(Arrays.copyOf(bytes, 32), flags, count, credential);
    }

    private static Credential credential(byte[] bytes) {
        int idAt = HEAD + AAGUID + 2;
        if (bytes.length < idAt) {
            throw new PasskeyException("credential data breaks off");
        }
        int length = ByteBuffer.wrap(bytes, idAt - 2, 2).getShort() & 0xFFFF;
        if (length == 0 || length > LONGEST_ID || bytes.length < idAt + length) {
            throw new PasskeyException("credential id of " + length + " bytes (expected: 1 to " + LONGEST_ID + ")");
        }
        Map<?, ?> key = Cbor.map(bytes, idAt + length);
        return new Credential(Arrays.copyOfRange(bytes, idAt, idAt + length), CredentialKey.ofCose(key));
    }

    /** Checks that it speaks of this site and has looked at who holds it: fingerprint, face or PIN. */
    void require(Site site) {
        byte[] expected = Secrets.sha256(site.id().getBytes(StandardCharsets.UTF_8));
        if (!MessageDigest.isEqual(expected, siteHash)) {
            throw new PasskeyException("made for another site");
        }
        if ((flags & USER_PRESENT) == 0) {
            throw new PasskeyException("nobody was present");
        }
        if ((flags & USER_VERIFIED) == 0) {
            throw new PasskeyException("the holder was not verified");
        }
    }
}
