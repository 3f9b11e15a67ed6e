package vn.kientao.platform.web.outbound;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** A connection to one address: no byte is waited for beyond the deadline of the whole exchange. */
final class Wire implements AutoCloseable {
    private static final String[] TLS = {"TLSv1.3", "TLSv1.2"};

    private final Socket plain;
    private final long deadline;
    private Socket socket;

    private Wire(Socket plain, long deadline) {
        this.plain = plain;
        this.deadline = deadline;
        this.socket = plain;
    }

    static Wire connect(InetAddress address, int port, Duration patience) throws IOException {
        Wire wire = new Wire(new Socket(), System.nanoTime() + patience.toNanos());
        try {
            wire.plain.connect(new InetSocketAddress(address, port), wire.left());
            return wire;
        } catch (IOException e) {
            wire.close();
            throw e;
        }
    }

    /** Goes on under TLS, with the machine that {@code host} names in its certificate. */
    void secure(String host, int port, SSLSocketFactory factory) throws IOException {
        plain.setSoTimeout(left());
        SSLSocket tls = (SSLSocket) factory.createSocket(plain, host, port, true);
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(TLS);
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        socket = tls;
    }

    OutputStream out() throws IOException {
        return socket.getOutputStream();
    }

    InputStream in() throws IOException {
        return new BufferedInputStream(new Timed(socket.getInputStream()));
    }

    /** Milliseconds until the deadline. */
    private int left() throws SocketTimeoutException {
        long millis = (deadline - System.nanoTime()) / 1_000_000;
        if (millis < 1) {
            throw new SocketTimeoutException("no whole answer in the time it may take");
        }
        return (int) Math.min(millis, Integer.MAX_VALUE);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** Waits for each byte only as long as the whole exchange may still take. */
    private final class Timed extends InputStream {
        private final InputStream real;

        Timed(InputStream real) {
            this.real = real;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            plain.setSoTimeout(left());
            return real.read(bytes, offset, length);
        }
    }
}
