package vn.kientao.platform.security.app;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.kientao.platform.security.domain.Secrets;
import vn.kientao.platform.security.store.SecretRepository;
import vn.kientao.platform.security.store.SecurityStore;

/**
 * Recognises a browser in which somebody has signed in before, by a word of its own that this installation has sealed.
 * Failures of strangers do not count against it, so nobody can lock the right person out.
 */
final class KnownDevices {
    private static final String KEY = "device";

    private final byte[] key;

    KnownDevices(SecurityStore store) {
        this.key = store.write(handle -> {
            SecretRepository secrets = new SecretRepository();
            return secrets.find(handle, KEY).orElseGet(() -> {
                byte[] made = Secrets.bytes(32);
                secrets.add(handle, KEY, made);
                return made;
            });
        });
    }

    /** The word for the browser in which {@code login} has just signed in; the one it has when that is right. */
    String word(String login, String present) {
        if (recognise(login, present).isPresent()) {
            return present;
        }
        String nonce = Secrets.token();
        return nonce + "." + seal(login, nonce);
    }

    /** What the device is counted under; empty when the word is not one of ours for this login. */
    Optional<String> recognise(String login, String word) {
        int dot = word.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String nonce = word.substring(0, dot);
        byte[] expected = seal(login, nonce).getBytes(StandardCharsets.US_ASCII);
        byte[] sent = word.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, sent) ? Optional.of(nonce) : Optional.empty();
    }

    private String seal(String login, String nonce) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] code = mac.doFinal((nonce + " " + login).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }
}
