package vn.kientao.platform.api.outbound;

import java.io.IOException;

/** An answer was longer than whoever asked wants to read; it was broken off. */
public final class OutboundTooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    public OutboundTooLongException(String host, long mostBytes) {
        super("the answer of " + host + " is longer than " + mostBytes + " bytes");
    }
}
