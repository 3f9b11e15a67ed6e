package vn.kientao.platform.web.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** One request and its answer: over a socket, or in memory when a release is tried before anybody sees it. */
public interface Exchange {

    String method();

    /** The path as it was sent, percent-encoded. */
    String rawPath();

    /** The query as it was sent, without question mark; empty when there is none. */
    String rawQuery();

    Optional<String> header(String name);

    InputStream body() throws IOException;

    /** Bytes of the body; -1 when the sender did not say. */
    long contentLength();

    /**
     * Reads and drops what is left of the body, so that the sender, who may still be sending, hears the answer and can send
     * the next request. A rest that is too long ends the connection instead.
     */
    void takeIn() throws IOException;

    /** Where the request came from and to which address, behind a trusted proxy as the proxy says. */
    Origin origin();

    void status(int status);

    /** The status set last. */
    int status();

    void setHeader(String name, String value);

    void addHeader(String name, String value);

    OutputStream out() throws IOException;

    /** Whether status and headers are on their way, so that no other answer is possible any more. */
    boolean committed();
}
