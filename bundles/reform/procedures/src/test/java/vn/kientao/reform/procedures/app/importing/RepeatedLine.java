package vn.kientao.reform.procedures.app.importing;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A file that is made while it is read: one line, again and again. */
final class RepeatedLine extends InputStream {

    private final byte[] line;
    private final long bytes;
    private long read;

    RepeatedLine(String line, long times) {
        this.line = line.getBytes(StandardCharsets.UTF_8);
        this.bytes = this.line.length * times;
    }

    @Override
    public int read() {
        return read == bytes ? -1 : line[(int) (read++ % line.length)] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (read == bytes) {
            return -1;
        }
        int at = (int) (read % line.length);
        int taken = (int) Math.min(Math.min(length, line.length - at), bytes - read);
        System.arraycopy(line, at, buffer, offset, taken);
        read += taken;
        return taken;
    }
}
