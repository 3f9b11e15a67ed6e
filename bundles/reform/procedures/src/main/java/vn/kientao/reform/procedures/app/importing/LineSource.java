package vn.kientao.reform.procedures.app.importing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Takes a stream of bytes apart at its line feeds, never holding more than one line, and of a line that is too long only
 * its beginning.
 */
final class LineSource {

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER];
    private int next;
    private int filled;
    private byte[] line = new byte[BUFFER];
    private int length;
    private boolean tooLong;
    private long number;
    private long start;
    private long read;

    LineSource(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** Moves to the next line; false at the end of the stream. */
    boolean advance() throws IOException {
        length = 0;
        tooLong = false;
        start = read;
        boolean any = false;
        while (next < filled || fill()) {
            any = true;
            int feed = feed();
            keep(feed);
            read += feed - next;
            next = feed;
            if (feed < filled) {
                next++;
                read++;
                break;
            }
        }
        if (any) {
            number++;
        }
        return any;
    }

    /** The line's number, from 1. */
    long number() {
        return number;
    }

    /** Where in the stream the line begins, from 0. */
    long start() {
        return start;
    }

    /** How many bytes have been read, this line and its end included. */
    long read() {
        return read;
    }

    /** Whether the line is longer than allowed; {@link #bytes} then holds its beginning. */
    boolean tooLong() {
        return tooLong;
    }

    /** The array that holds the line from 0 to {@link #length}; overwritten by the next {@link #advance}. */
    byte[] bytes() {
        return line;
    }

    int length() {
        return length;
    }

    private int feed() {
        for (int i = next; i < filled; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return filled;
    }

    private void keep(int end) {
        int room = longest - length;
        int wanted = end - next;
        tooLong |= wanted > room;
        int taken = Math.min(wanted, room);
        if (length + taken > line.length) {
            line = Arrays.copyOf(line, Math.max(length + taken, Math.min(longest, line.length * 2)));
        }
        System.arraycopy(buffer, next, line, length, taken);
        length += taken;
    }

    private boolean fill() throws IOException {
        next = 0;
        filled = Math.max(0, in.read(buffer, 0, buffer.length));
        return filled > 0;
    }
}
