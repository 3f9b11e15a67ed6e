package vn.kientao.platform.documents.sheets;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses XML in which one tag or text runs on for longer than a cell can: a parser would gather it in memory. */
final class TagStream extends FilterInputStream {
    private static final int MOST_BYTES = 1 << 20;

    private int run;

    TagStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count((byte) one);
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        for (int i = 0; i < read; i++) {
            count(bytes[offset + i]);
        }
        return read;
    }

    private void count(byte one) {
        run = one == '<' ? 0 : run + 1;
        if (run > MOST_BYTES) {
            throw Refusals.because("markup");
        }
    }
}
