package vn.kientao.platform.web.asset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import vn.kientao.platform.web.http.MediaTypes;

/** One file, as it is and, when that gains something, packed once and for all. */
final class Asset {
    private static final int WORTH_PACKING = 1024;

    final String type;
    final byte[] plain;
    /** gzip; empty when packing gains nothing. */
    final byte[] packed;

    private Asset(String type, byte[] plain, byte[] packed) {
        this.type = type;
        this.plain = plain;
        this.packed = packed;
    }

    static Asset of(String path, byte[] content) {
        String type = MediaTypes.of(path);
        boolean packs = MediaTypes.isText(type) && content.length > WORTH_PACKING;
        return new Asset(type, content, packs ? pack(content) : new byte[0]);
    }

    private static byte[] pack(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
        return packed.toByteArray();
    }
}
