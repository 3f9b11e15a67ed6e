package vn.kientao.platform.security.passkey;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of CBOR (RFC 8949) that authenticators write: numbers, bytes, text, lists and maps of definite length, true,
 * false and null (read as an empty {@link Optional}). Everything else is refused.
 */
final class Cbor {
    private static final int DEEPEST = 8;
    private static final int LONGEST = 64 * 1024;

    private final byte[] bytes;
    private int at;

    private Cbor(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    /**
     * A value and where it ends.
     *
     * @param value a {@code Long}, {@code byte[]}, {@code String}, {@code List}, {@code Map}, {@code Boolean} or empty
     */
    record Read(Object value, int end) {}

    /** The value that begins at {@code from}. */
    static Read read(byte[] bytes, int from) {
        Cbor reader = new Cbor(bytes, from);
        Object value = reader.value(0);
        return new Read(value, reader.at);
    }

    /** The map that begins at {@code from}. */
    static Map<?, ?> map(byte[] bytes, int from) {
        if (read(bytes, from).value() instanceof Map<?, ?> map) {
            return map;
        }
        throw new PasskeyException("CBOR that is no map");
    }

    private Object value(int depth) {
        if (depth > DEEPEST) {
            throw new PasskeyException("CBOR nested deeper than " + DEEPEST);
        }
        int head = next();
        int kind = head >> 5;
        int info = head & 0x1F;
        if (kind == 7) {
            return simple(info);
        }
        long argument = argument(info);
        return switch (kind) {
            case 0 -> argument;
            case 1 -> -1 - argument;
            case 2 -> take(length(argument));
            case 3 -> new String(take(length(argument)), StandardCharsets.UTF_8);
            case 4 -> list(length(argument), depth);
            case 5 -> entries(length(argument), depth);
            default -> throw new PasskeyException("CBOR of major type " + kind);
        };
    }

    private static Object simple(int info) {
        return switch (info) {
            case 20 -> false;
            case 21 -> true;
            case 22 -> Optional.empty();
            default -> throw new PasskeyException("CBOR simple value " + info);
        };
    }

    private List<Object> list(int count, int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            list.add(value(depth + 1));
        }
        return list;
    }

    private Map<Object, Object> entries(int count, int depth) {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            Object key = value(depth + 1);
            if (map.put(key, value(depth + 1)) != null) {
                throw new PasskeyException("CBOR map with a key twice");
            }
        }
        return map;
    }

    private long argument(int info) {
        if (info < 24) {
            return info;
        }
        if (info > 27) {
            throw new PasskeyException("CBOR of indefinite length");
        }
        long value = 0;
        for (int i = 0; i < 1 << (info - 24); i++) {
            value = value << Byte.SIZE | next();
        }
        if (value < 0) {
            throw new PasskeyException("CBOR number beyond 63 bits");
        }
        return value;
    }

    private static int length(long argument) {
        if (argument > LONGEST) {
            throw new PasskeyException("CBOR item of length " + argument);
        }
        return (int) argument;
    }

    private byte[] take(int count) {
        if (count > bytes.length - at) {
            throw new PasskeyException("CBOR breaks off");
        }
        at += count;
        return Arrays.copyOfRange(bytes, at - count, at);
    }

    private int next() {
        if (at >= bytes.length) {
            throw new PasskeyException("CBOR breaks off");
        }
        return bytes[at++] & 0xFF;
    }
}
