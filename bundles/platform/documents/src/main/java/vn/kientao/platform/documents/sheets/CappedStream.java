package vn.kientao.platform.documents.sheets;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses a stream that is longer than it may be, as soon as it is. */
final class CappedStream extends FilterInputStream {
    private static final long MEGABYTE = 1L << 20;

    private final long most;
    private final String limit;
    private long count;

    CappedStream(InputStream in, long most, String limit) {
        this(in, most, 0, limit);
    }

    /** @param before what was taken already of {@code most} */
    CappedStream(InputStream in, long most, long before, String limit) {
        super(in);
        this.most = most;
        this.limit = limit;
        this.count = before;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(Math.max(0, read));
        return read;
    }

    /** What was taken so far, with what was taken before. */
    long count() {
        return count;
    }

    private void count(int more) {
        count += more;
        if (count > most) {
            throw Refusals.over(limit, Math.max(1, most / MEGABYTE));
        }
    }
}
