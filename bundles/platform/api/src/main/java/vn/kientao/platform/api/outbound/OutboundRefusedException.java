package vn.kientao.platform.api.outbound;

import java.io.IOException;

/** The configuration does not let the platform call this address. */
public final class OutboundRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    public OutboundRefusedException(String message) {
        super(message);
    }
}
