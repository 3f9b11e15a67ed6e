package vn.kientao.reform.procedures.app.paper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.BitSet;

/**
 * Reads a clean QR code (ISO/IEC 18004, versions 2 to 9, level M, byte mode) from a picture whose modules are squares of whole
 * pixels with a quiet zone of four modules: what a phone reads, without the errors of a camera.
 */
final class QrReader {
    private static final int QUIET_ZONE = 4;
    private static final int FORMAT_MASK = 0b101010000010010;
    /** Level M: error correction bytes of a block, number of blocks; by version, from 2. */
    private static final int[][] LEVEL_M = {{16, 1}, {26, 1}, {18, 2}, {24, 2}, {16, 4}, {18, 4}, {22, 4}, {22, 5}};

    private final BufferedImage image;
    private final int module;
    private final int size;
    private final int version;

    private QrReader(BufferedImage image) {
        this.image = image;
        int left = 0;
        while (!darkPixel(left, left)) {
            left++;
        }
        module = left / QUIET_ZONE;
        size = image.getWidth() / module - 2 * QUIET_ZONE;
        version = (size - 17) / 4;
    }

    static String read(BufferedImage image) {
        return new QrReader(image).text();
    }

    private String text() {
        byte[] data = data(codewords());
        int mode = bits(data, 0, 4);
        if (mode != 4) {
            throw new IllegalStateException("mode " + mode + " (expected: 4, bytes)");
        }
        int length = bits(data, 4, 8);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int i = 0; i < length; i++) {
            text.write(bits(data, 12 + 8 * i, 8));
        }
        return text.toString(UTF_8);
    }

    /** All codewords in the order in which they stand in the symbol. */
    private byte[] codewords() {
        int mask = mask();
        BitSet found = new BitSet();
        int count = 0;
        for (int right = size - 1; right >= 1; right -= 2) {
            if (right == 6) {
                right = 5;
            }
            for (int step = 0; step < size; step++) {
                boolean upward = ((right + 1) & 2) == 0;
                int y = upward ? size - 1 - step : step;
                for (int x = right; x > right - 2; x--) {
                    if (!function(x, y)) {
                        found.set(count++, dark(x, y) ^ masked(mask, x, y));
                    }
                }
            }
        }
        byte[] words = new byte[count / 8];
        for (int i = 0; i < words.length * 8; i++) {
            words[i / 8] |= (byte) (found.get(i) ? 1 << (7 - i % 8) : 0);
        }
        return words;
    }

    /** The data of all blocks one after the other: in the symbol they are shuffled, the shorter blocks first. */
    private byte[] data(byte[] words) {
        int[] level = LEVEL_M[version - 2];
        int blocks = level[1];
        int shortData = words.length / blocks - level[0];
        int longBlocks = words.length % blocks;
        byte[][] parts = new byte[blocks][];
        int next = 0;
        for (int block = 0; block < blocks; block++) {
            parts[block] = new byte[shortData + (block >= blocks - longBlocks ? 1 : 0)];
        }
        for (int i = 0; i <= shortData; i++) {
            for (byte[] part : parts) {
                if (i < part.length) {
                    part[i] = words[next++];
                }
            }
        }
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            data.writeBytes(part);
        }
        return data.toByteArray();
    }

    /** The number of the mask, from the format information beside the upper left finder; level M must be set there. */
    private int mask() {
        int format = 0;
        int[] along = {0, 1, 2, 3, 4, 5, 7, 8};
        for (int x : along) {
            format = format << 1 | (dark(x, 8) ? 1 : 0);
        }
        for (int y : new int[] {7, 5, 4, 3, 2, 1, 0}) {
            format = format << 1 | (dark(8, y) ? 1 : 0);
        }
        int plain = format ^ FORMAT_MASK;
        if (plain >> 13 != 0) {
            throw new IllegalStateException("level " + (plain >> 13) + " (expected: 0, M)");
        }
        return plain >> 10 & 7;
    }

    private static boolean masked(int mask, int x, int y) {
        return switch (mask) {
            case 0 -> (x + y) % 2 == 0;
            case 1 -> y % 2 == 0;
            case 2 -> x % 3 == 0;
            case 3 -> (x + y) % 3 == 0;
            case 4 -> (x / 3 + y / 2) % 2 == 0;
            case 5 -> x * y % 2 + x * y % 3 == 0;
            case 6 -> (x * y % 2 + x * y % 3) % 2 == 0;
            default -> ((x + y) % 2 + x * y % 3) % 2 == 0;
        };
    }

    /** Finders, format, timing, alignment and version: no data there. */
    private boolean function(int x, int y) {
        boolean finder = (x < 9 && y < 9) || (x >= size - 8 && y < 9) || (x < 9 && y >= size - 8);
        boolean timing = x == 6 || y == 6;
        boolean versions = version >= 7 && ((x < 6 && y >= size - 11) || (y < 6 && x >= size - 11));
        return finder || timing || versions || alignment(x, y);
    }

    private boolean alignment(int x, int y) {
        int last = size - 7;
        int[] centres = version < 7 ? new int[] {6, last} : new int[] {6, (6 + last) / 2, last};
        for (int cx : centres) {
            for (int cy : centres) {
                boolean onFinder = (cx == 6 && cy == 6) || (cx == 6 && cy == last) || (cx == last && cy == 6);
                if (!onFinder && Math.abs(x - cx) <= 2 && Math.abs(y - cy) <= 2) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean dark(int x, int y) {
        int half = module / 2;
        return darkPixel((x + QUIET_ZONE) * module + half, (y + QUIET_ZONE) * module + half);
    }

    private boolean darkPixel(int x, int y) {
        return (image.getRGB(x, y) & 0xFF) < 128;
    }

    private static int bits(byte[] data, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            value = value << 1 | (data[i / 8] >> (7 - i % 8) & 1);
        }
        return value;
    }
}
