package vn.kientao.platform.audit.chain;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * An entry as it is stored. Empty text stands for what does not apply.
 *
 * @param at when it was recorded; microseconds
 * @param account who did it
 * @param actingFor the account in whose place (làm thay)
 * @param agency code of the agency it happened in
 * @param address the remote address
 * @param release the release of the module that did it
 * @param detail JSON
 * @param before what stood there before the change, as JSON
 * @param after what stands there now, as JSON
 * @param reason why, in the words of whoever did it
 * @param keyId names the key of {@code mac}
 * @param mac keyed digest of everything else, made when the entry was written
 */
public record Entry(
        Instant at,
        String account,
        String actingFor,
        String agency,
        String address,
        String module,
        String release,
        String action,
        String objectType,
        String objectId,
        String detail,
        String before,
        String after,
        String reason,
        String requestId,
        String keyId,
        String mac) {
    private static final byte FORM = 1;

    public Entry {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** Everything but the digest, each part with its length before it, so that no two entries have the same bytes. */
    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        out.write(FORM);
        long micros = Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000);
        out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(micros).array());
        for (String text : texts()) {
            byte[] part = text.getBytes(StandardCharsets.UTF_8);
            out.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private List<String> texts() {
        return List.of(
                account,
                actingFor,
                agency,
                address,
                module,
                release,
                action,
                objectType,
                objectId,
                detail,
                before,
                after,
                reason,
                requestId,
                keyId);
    }

    /** The same with the digest that {@code key} makes of it. */
    public Entry signed(MacKey key) {
        Entry named = with(key.id(), "");
        return named.with(key.id(), key.mac(named.bytes()));
    }

    private Entry with(String otherKey, String otherMac) {
        return new Entry(
                at,
                account,
                actingFor,
                agency,
                address,
                module,
                release,
                action,
                objectType,
                objectId,
                detail,
                before,
                after,
                reason,
                requestId,
                otherKey,
                otherMac);
    }
}
