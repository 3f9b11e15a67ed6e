package vn.kientao.platform.web.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import vn.kientao.platform.api.outbound.OutboundRefusedException;

/** Which machines may be called, and at which addresses. */
final class AllowList {
    private final HostList hosts;
    private final HostList internal;
    private final Names names;

    /** Looks names up; what it answers is what is connected to. */
    @FunctionalInterface
    interface Names {
        InetAddress[] addresses(String host) throws IOException;
    }

    /** @param internal hosts that may have an address of the own network */
    AllowList(HostList hosts, HostList internal, Names names) {
        this.hosts = hosts;
        this.internal = internal;
        this.names = names;
    }

    /**
     * The address to connect to.
     *
     * @throws OutboundRefusedException for a host that is not named, or one of whose addresses is not public
     */
    InetAddress check(String host, int port) throws IOException {
        boolean inside = internal.has(host, port);
        if (!inside && !hosts.has(host, port)) {
            throw new OutboundRefusedException(
                    "host " + host + ":" + port + " (expected: one of vn.kientao.outbound.cfg)");
        }
        InetAddress[] found = names.addresses(host);
        for (InetAddress address : found) {
            boolean usable =
                    inside ? !address.isMulticastAddress() && !address.isAnyLocalAddress() : PublicAddress.is(address);
            if (!usable) {
                throw new OutboundRefusedException("host " + host + " leads to " + address.getHostAddress()
                        + " (expected: a public address, or the host among internalHosts of vn.kientao.outbound.cfg)");
            }
        }
        return Arrays.stream(found).findFirst().orElseThrow(() -> new IOException("host " + host + " has no address"));
    }
}
