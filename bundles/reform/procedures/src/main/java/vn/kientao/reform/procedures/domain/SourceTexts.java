package vn.kientao.reform.procedures.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The texts that a procedure was read from, by the national database's own field names, so that nothing published is
 * lost. Cleaned (NFC, no control characters, entities resolved), otherwise word for word; empty texts are left out.
 */
public record SourceTexts(SortedMap<String, String> texts) {

    /** Raised when the way of reading changes, so that a better reading of the same texts makes a new version. */
    private static final String READING = "procedure reading 1";

    /** Where a record was found, not what it says: a change here is not a change of the procedure. */
    private static final Set<String> BOOKKEEPING = Set.of("detail_url", "formality_id", "ministry");

    public SourceTexts {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    public static SourceTexts of(Map<String, String> texts) {
        return new SourceTexts(new TreeMap<>(texts));
    }

    /** The text of a field, empty when there is none. */
    public String text(String field) {
        return texts.getOrDefault(field, "");
    }

    /**
     * A fingerprint of what is said: equal for equal content whatever the order of fields or the page it was found on.
     * 64 hexadecimal digits (SHA-256).
     */
    public String fingerprint() {
        MessageDigest digest = sha256();
        digest.update(READING.getBytes(StandardCharsets.UTF_8));
        texts.forEach((field, text) -> {
            if (!BOOKKEEPING.contains(field)) {
                digest.update((byte) 0);
                digest.update(field.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(text.getBytes(StandardCharsets.UTF_8));
            }
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
