package vn.kientao.platform.web.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Tells addresses of the internet from those that are for a machine, a house or a test alone (IANA special-purpose registries). */
final class PublicAddress {
    /** Network of IPv4, as its first bytes, and the bits that count. */
    private static final int[][] IPV4 = {
        {0, 0, 0, 8},
        {10, 0, 0, 8},
        {100, 64, 0, 10},
        {127, 0, 0, 8},
        {169, 254, 0, 16},
        {172, 16, 0, 12},
        {192, 0, 0, 24},
        {192, 0, 2, 24},
        {192, 88, 99, 24},
        {192, 168, 0, 16},
        {198, 18, 0, 15},
        {198, 51, 100, 24},
        {203, 0, 113, 24},
        {224, 0, 0, 3},
    };

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? !special(bytes) : global(bytes);
    }

    private static boolean special(byte[] bytes) {
        int number = number(bytes[0], bytes[1], bytes[2]);
        for (int[] network : IPV4) {
            int shift = 24 - network[3];
            if (number >> shift == number((byte) network[0], (byte) network[1], (byte) network[2]) >> shift) {
                return true;
            }
        }
        return false;
    }

    private static int number(byte first, byte second, byte third) {
        return ((first & 0xff) << 16) | ((second & 0xff) << 8) | (third & 0xff);
    }

    /**
     * Only 2000::/3 is handed out; in it, 2001::/23 (protocols, Teredo), 2001:db8::/32 (examples) and 2002::/16 (6to4, which
     * has an IPv4 address inside) are none of the internet's own.
     */
    private static boolean global(byte[] bytes) {
        int first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        int second = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
        return first >> 13 == 1 && first != 0x2002 && !(first == 0x2001 && (second < 0x200 || second == 0xdb8));
    }
}
