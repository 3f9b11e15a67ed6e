package vn.kientao.platform.security.passkey;

import java.net.URI;

/**
 * The site that a passkey is bound to.
 *
 * @param origin scheme, host and port as browsers write them
 * @param id the host: a passkey made under one host works under no other
 */
public record Site(String origin, String id) {

    /** The site of one of its addresses. */
    public static Site of(String address) {
        URI uri = URI.create(address);
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return new Site(uri.getScheme() + "://" + uri.getHost() + port, uri.getHost());
    }
}
