package vn.kientao.platform.web.draft;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import vn.kientao.platform.api.security.Actor;

/**
 * Whose draft of which form it is.
 *
 * @param owner the account, or a hash of the visitor's word
 * @param agency code of the agency the form is for; empty when it is for none
 * @param module id of the module, or name of the platform room
 */
public record DraftKey(String owner, String agency, String module, String form) {

    public DraftKey {
        requireNonNull(owner, "owner");
        requireNonNull(agency, "agency");
        requireNonNull(module, "module");
        requireNonNull(form, "form");
    }

    /** The key for a signed-in actor, or else for the visitor. */
    public static DraftKey of(Actor actor, String visitor, String agency, String module, String form) {
        String owner = actor.signedIn() ? "account:" + actor.account() : "visitor:" + hash(visitor);
        return new DraftKey(owner, agency, module, form);
    }

    private static String hash(String word) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(word.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
