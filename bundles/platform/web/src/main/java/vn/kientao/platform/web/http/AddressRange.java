package vn.kientao.platform.web.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A range of Internet addresses, {@code 10.1.0.0/16} or a single one. Host names are not addresses. */
final class AddressRange {
    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";
    /** Strict, because whatever else {@link InetAddress} is given it asks the name service for. */
    private static final Pattern ADDRESS = Pattern.compile(BYTE + "([.]" + BYTE + "){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private final byte[] network;
    private final int prefix;

    private AddressRange(byte[] network, int prefix) {
        this.network = network;
        this.prefix = prefix;
    }

    static AddressRange parse(String written) {
        int slash = written.indexOf('/');
        String address = slash < 0 ? written : written.substring(0, slash);
        byte[] network = bytes(address)
                .orElseThrow(() -> new IllegalArgumentException("trusted proxy '" + written
                        + "' (expected: an address such as 10.0.0.5 or a range 10.0.0.0/8)"));
        int prefix = slash < 0 ? network.length * 8 : Integer.parseInt(written.substring(slash + 1));
        return new AddressRange(network, prefix);
    }

    boolean contains(String address) {
        return bytes(address).filter(this::contains).isPresent();
    }

    private boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((address[bit / 8] & mask) != (network[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<byte[]> bytes(String address) {
        String bare =
                address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
        if (!ADDRESS.matcher(bare).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(bare).getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
