package vn.kientao.platform.audit.chain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * What the end of the trail was at a moment, kept outside the database (điểm neo). One line of text each; its last word is
 * the digest of the line, and of the one before it.
 *
 * @param kind why the line was written
 * @param sequence of the last entry at that moment
 * @param hash of that entry
 * @param digest of this line and, through the digest of the one before, of the whole file up to here
 */
public record Anchor(Instant at, Kind kind, long sequence, String hash, String digest) {

    /** Why an anchor was written. */
    public enum Kind {
        /** The trail has grown. */
        GROWN,
        /** The trail was found shorter than, or other than, the anchor before: an older state of the database came back. */
        TAKEN_BACK,
        /** Entries up to this one are about to be thrown away because their time of keeping is over. */
        PRUNED
    }

    static Anchor following(String before, Instant at, Kind kind, long sequence, String hash) {
        return new Anchor(at, kind, sequence, hash, digest(before, at, kind, sequence, hash));
    }

    String line() {
        return words(at, kind, sequence, hash) + " " + digest;
    }

    boolean follows(String before) {
        return digest.equals(digest(before, at, kind, sequence, hash));
    }

    static Anchor parse(String line) {
        String[] words = line.split(" ", -1);
        try {
            if (words.length == 5) {
                return new Anchor(
                        Instant.parse(words[0]),
                        Kind.valueOf(words[1].toUpperCase(Locale.ROOT).replace('-', '_')),
                        Long.parseLong(words[2]),
                        words[3],
                        words[4]);
            }
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new IllegalArgumentException("no anchor: '" + line + "'", e);
        }
        throw new IllegalArgumentException(
                "no anchor: '" + line + "' (expected: time, kind, sequence, hash and digest)");
    }

    private static String digest(String before, Instant at, Kind kind, long sequence, String hash) {
        return Chain.sha256((before + " " + words(at, kind, sequence, hash)).getBytes(StandardCharsets.UTF_8));
    }

    private static String words(Instant at, Kind kind, long sequence, String hash) {
        return at + " " + kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + " " + sequence + " " + hash;
    }
}
