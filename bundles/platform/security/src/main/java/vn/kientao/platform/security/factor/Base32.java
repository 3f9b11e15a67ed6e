package vn.kientao.platform.security.factor;

/** Base 32 (RFC 4648) without padding, as authenticator apps take typed keys. */
final class Base32 {
    private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int pool = 0;
        int held = 0;
        for (byte each : bytes) {
            pool = (pool << Byte.SIZE) | (each & 0xFF);
            held += Byte.SIZE;
            while (held >= BITS) {
                held -= BITS;
                text.append(SIGNS.charAt((pool >> held) & 0x1F));
            }
            pool &= (1 << held) - 1;
        }
        if (held > 0) {
            text.append(SIGNS.charAt((pool << (BITS - held)) & 0x1F));
        }
        return text.toString();
    }
}
