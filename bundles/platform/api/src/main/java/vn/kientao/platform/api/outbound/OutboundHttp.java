package vn.kientao.platform.api.outbound;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The one way out by HTTP. Hosts are named in {@code etc/vn.kientao.outbound.cfg}; a connection goes to an address that
 * was checked, whatever the name leads to a moment later.
 */
@ProviderType
public interface OutboundHttp {

    /**
     * Sends the call and writes the body of the answer, of whatever status, into {@code out} as it comes. Redirects are
     * not followed: their status comes back like any other.
     *
     * @throws OutboundRefusedException when the host is not allowed, or leads to an address that is not; nothing was sent
     * @throws OutboundTooLongException when the answer is longer than {@link OutboundCall#mostBytes}
     * @throws IOException when the host does not answer within {@link OutboundCall#patience}, or not in HTTP
     */
    Answer send(OutboundCall call, OutputStream out) throws IOException;

    /** @param headers the first value of each, by any spelling of its name */
    record Answer(int status, Map<String, String> headers) {
        public Answer {
            Map<String, String> anySpelling = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            anySpelling.putAll(headers);
            headers = anySpelling;
        }

        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }
}
