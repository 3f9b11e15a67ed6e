package vn.kientao.platform.security.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.security.domain.Secrets;
import vn.kientao.platform.security.store.FailureRepository;

/**
 * Counts failed sign-ins for fifteen minutes: five for a login from one address, a hundred for an address (an office
 * behind one address has many people). An IPv6 address stands for its /64 network. Keys are hashed; old ones are removed.
 */
final class SignInThrottle {
    static final int MOST_PER_LOGIN = 5;
    static final int MOST_PER_ADDRESS = 100;
    static final Duration MEMORY = Duration.ofMinutes(15);

    private final FailureRepository failures = new FailureRepository();

    boolean closed(Handle handle, String login, String address, Instant now) {
        Instant since = now.minus(MEMORY);
        return failures.failures(handle, loginKey(login, address), since) >= MOST_PER_LOGIN
                || failures.failures(handle, addressKey(address), since) >= MOST_PER_ADDRESS;
    }

    void failed(Handle handle, String login, String address, Instant now) {
        failures.removeBefore(handle, now.minus(MEMORY));
        failures.add(handle, loginKey(login, address), now);
        failures.add(handle, addressKey(address), now);
    }

    void succeeded(Handle handle, String login, String address) {
        failures.clear(handle, loginKey(login, address));
    }

    private static String loginKey(String login, String address) {
        return Secrets.hash("login " + login + " " + network(address));
    }

    private static String addressKey(String address) {
        return Secrets.hash("address " + network(address));
    }

    /** Only addresses in figures are parsed, so no name is ever looked up. */
    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return Arrays.toString(Arrays.copyOf(bytes, Math.min(bytes.length, 8)));
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
