package vn.kientao.platform.audit.chain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What stands in the place of entries that were thrown away when their time of keeping was over (điểm cắt): the last of
 * them, in the hand of the node that did it. The chain goes on from there.
 *
 * @param sequence of the last entry that went
 * @param hash of that entry
 * @param at when it went; microseconds
 * @param keyId names the key of {@code mac}
 * @param mac keyed digest of everything else
 */
public record Cut(long sequence, String hash, Instant at, String keyId, String mac) {
    public Cut {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    public static Cut signed(long sequence, String hash, Instant at, MacKey key) {
        Cut unsigned = new Cut(sequence, hash, at, key.id(), "");
        return new Cut(sequence, hash, at, key.id(), key.mac(unsigned.bytes()));
    }

    /** Whether the key's owner made the cut. */
    public boolean madeBy(MacKey key) {
        return MessageDigest.isEqual(
                key.mac(bytes()).getBytes(StandardCharsets.US_ASCII), mac.getBytes(StandardCharsets.US_ASCII));
    }

    /** Begins with words that no entry begins with, so that the digest of an entry is never one of a cut. */
    private byte[] bytes() {
        byte[] words = ("cut " + hash + " " + at + " " + keyId).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(words.length + Long.BYTES)
                .put(words)
                .putLong(sequence)
                .array();
    }
}
