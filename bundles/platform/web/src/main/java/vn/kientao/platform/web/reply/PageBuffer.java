package vn.kientao.platform.web.reply;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A page in the making, as UTF-8. Nothing leaves before it is whole, so that one which breaks can still become an error
 * page; only a page longer than {@link #MOST} is sent piece by piece.
 */
final class PageBuffer extends Writer {
    static final int MOST = 4 * 1024 * 1024;

    private final Opening opening;
    private byte[] bytes = new byte[16 * 1024];
    private int size;
    private char waiting;
    private @Nullable OutputStream stream;

    /** @param opening sends status and headers and answers with the way out */
    PageBuffer(Opening opening) {
        this.opening = opening;
    }

    /** Begins the answer. */
    @FunctionalInterface
    interface Opening {
        /** @param length bytes of the whole page; -1 when nobody knows yet */
        OutputStream open(int length) throws IOException;
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            put(text.charAt(i));
        }
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            put(text[i]);
        }
    }

    private void put(char c) throws IOException {
        if (size + 4 > bytes.length) {
            makeRoom();
        }
        if (waiting != 0) {
            putPair(c);
        } else if (c < 0x80) {
            bytes[size++] = (byte) c;
        } else if (c < 0x800) {
            bytes[size++] = (byte) (0xC0 | (c >> 6));
            bytes[size++] = following(c);
        } else if (Character.isHighSurrogate(c)) {
            waiting = c;
        } else if (Character.isLowSurrogate(c)) {
            bytes[size++] = '?';
        } else {
            bytes[size++] = (byte) (0xE0 | (c >> 12));
            bytes[size++] = following(c >> 6);
            bytes[size++] = following(c);
        }
    }

    private void putPair(char low) throws IOException {
        char high = waiting;
        waiting = 0;
        if (!Character.isLowSurrogate(low)) {
            bytes[size++] = '?';
            put(low);
            return;
        }
        int point = Character.toCodePoint(high, low);
        bytes[size++] = (byte) (0xF0 | (point >> 18));
        bytes[size++] = following(point >> 12);
        bytes[size++] = following(point >> 6);
        bytes[size++] = following(point);
    }

    private static byte following(int bits) {
        return (byte) (0x80 | (bits & 0x3F));
    }

    private void makeRoom() throws IOException {
        if (bytes.length < MOST) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
            return;
        }
        if (stream == null) {
            stream = opening.open(-1);
        }
        stream.write(bytes, 0, size);
        size = 0;
    }

    /** Sends what is there; the page is whole. */
    void finish() throws IOException {
        if (waiting != 0) {
            waiting = 0;
            put('?');
        }
        OutputStream out = stream == null ? opening.open(size) : stream;
        out.write(bytes, 0, size);
        out.close();
        size = 0;
    }

    /** Nothing leaves before {@link #finish}. */
    @Override
    public void flush() {}

    @Override
    public void close() {}
}
