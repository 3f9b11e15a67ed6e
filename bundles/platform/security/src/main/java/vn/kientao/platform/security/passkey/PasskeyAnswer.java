package vn.kientao.platform.security.passkey;

import java.util.Base64;
import java.util.Optional;
import vn.kientao.platform.api.web.Request;

/**
 * What the browser's script has put into the hidden fields of a form, decoded.
 *
 * @param attestation of a new passkey; empty when one signs in
 * @param authenticatorData with {@code signature} of a passkey that signs; empty at registration
 * @param userHandle whose passkey it says it is; may be empty
 */
@SuppressWarnings("ArrayRecordComponent") // Answers are read, and never compared.
public record PasskeyAnswer(
        byte[] id,
        byte[] clientData,
        byte[] attestation,
        byte[] authenticatorData,
        byte[] signature,
        byte[] userHandle) {

    /** What begins the names of the fields of a passkey that signs. */
    public static final String SIGNING = "_passkey-";

    private static final String NEW = "_new-passkey-";

    /** The answer of a passkey that signs; empty when the form has none. */
    public static Optional<PasskeyAnswer> of(Request request) {
        return read(request, SIGNING);
    }

    /** The answer of a new passkey; empty when the form has none. */
    public static Optional<PasskeyAnswer> ofNew(Request request) {
        return read(request, NEW);
    }

    private static Optional<PasskeyAnswer> read(Request request, String prefix) {
        if (request.field(prefix + "id").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PasskeyAnswer(
                bytes(request, prefix + "id"),
                bytes(request, prefix + "client"),
                bytes(request, prefix + "attestation"),
                bytes(request, prefix + "data"),
                bytes(request, prefix + "signature"),
                bytes(request, prefix + "user")));
    }

    private static byte[] bytes(Request request, String field) {
        try {
            return Base64.getUrlDecoder().decode(request.field(field).orElse(""));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
