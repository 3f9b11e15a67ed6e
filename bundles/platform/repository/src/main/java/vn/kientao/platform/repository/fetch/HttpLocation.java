package vn.kientao.platform.repository.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import vn.kientao.platform.api.outbound.OutboundCall;
import vn.kientao.platform.api.outbound.OutboundHttp;
import vn.kientao.platform.api.outbound.OutboundTooLongException;

/**
 * A folder behind an address. Redirects are not followed: an administrator names the place itself. What comes too slowly
 * or is too large is cut off.
 */
public final class HttpLocation implements Location {
    private final URI folder;
    private final Duration patience;
    private final OutboundHttp outbound;

    /** @param patience how long one file may take */
    public HttpLocation(URI folder, Duration patience, OutboundHttp outbound) {
        String address = folder.toString();
        this.folder = address.endsWith("/") ? folder : URI.create(address + "/");
        this.patience = patience;
        this.outbound = outbound;
    }

    @Override
    public void copy(String path, Path target, long mostBytes) throws IOException {
        OutboundCall call = OutboundCall.get(folder.resolve(path)).within(patience, mostBytes);
        try (OutputStream out = Files.newOutputStream(target)) {
            int status = outbound.send(call, out).status();
            if (status != 200) {
                throw new IOException(call.address() + " answered " + status + " (expected: 200)");
            }
        } catch (OutboundTooLongException e) {
            throw new TooLargeException(path, mostBytes, e);
        }
    }
}
