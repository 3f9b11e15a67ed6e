package vn.kientao.platform.security.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.security.domain.Secrets;
import vn.kientao.platform.security.store.FailureRepository;

/**
 * Counts failed sign-ins for fifteen minutes: five for a login from one address, a hundred for an address (an office
 * behind one address has many people), fifty for a login wherever they come from. A device that the login has signed in on
 * before has ten of its own and none of those limits. An IPv6 address stands for its /64 network. Keys are hashed; old
 * ones are removed.
 */
public final class SignInThrottle {
    static final int MOST_PER_LOGIN_AND_ADDRESS = 5;
    static final int MOST_PER_ADDRESS = 100;
    static final int MOST_PER_LOGIN = 50;
    static final int MOST_PER_DEVICE = 10;
    static final Duration MEMORY = Duration.ofMinutes(15);

    private final FailureRepository failures = new FailureRepository();

    /**
     * Who tries.
     *
     * @param device what a known device is counted under
     */
    public record Source(String login, String address, Optional<String> device) {

        private List<Limit> limits() {
            if (device.isPresent()) {
                return List.of(new Limit("device " + device.get(), MOST_PER_DEVICE));
            }
            String network = network(address);
            return List.of(
                    new Limit("login " + login + " " + network, MOST_PER_LOGIN_AND_ADDRESS),
                    new Limit("address " + network, MOST_PER_ADDRESS),
                    new Limit("login " + login, MOST_PER_LOGIN));
        }

        /** What a success forgives: the owner's own slips, not what others have tried. */
        private Limit own() {
            return limits().get(0);
        }
    }

    private record Limit(String name, int most) {
        String key() {
            return Secrets.hash(name);
        }
    }

    public boolean closed(Handle handle, Source source, Instant now) {
        Instant since = now.minus(MEMORY);
        return source.limits().stream()
                .anyMatch(limit -> failures.failures(handle, limit.key(), since) >= limit.most());
    }

    public void failed(Handle handle, Source source, Instant now) {
        failures.removeBefore(handle, now.minus(MEMORY));
        source.limits().forEach(limit -> failures.add(handle, limit.key(), now));
    }

    public void succeeded(Handle handle, Source source) {
        failures.clear(handle, source.own().key());
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
