package vn.kientao.reform.procedures.store.catalogue;

import java.io.InputStream;
import java.util.Optional;

/** Reads pieces one after the other as one stream. */
final class PiecesStream extends InputStream {
    private final Source source;
    private byte[] piece = new byte[0];
    private int position;
    private int next;
    private boolean ended;

    /** Finds the piece at a place; empty after the last. */
    @FunctionalInterface
    interface Source {
        Optional<byte[]> piece(int place);
    }

    PiecesStream(Source source) {
        this.source = source;
    }

    @Override
    public int read() {
        return more() ? piece[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int count = Math.min(length, piece.length - position);
        System.arraycopy(piece, position, into, offset, count);
        position += count;
        return count;
    }

    private boolean more() {
        while (!ended && position == piece.length) {
            Optional<byte[]> found = source.piece(next++);
            ended = found.isEmpty();
            piece = found.orElse(new byte[0]);
            position = 0;
        }
        return !ended;
    }
}
