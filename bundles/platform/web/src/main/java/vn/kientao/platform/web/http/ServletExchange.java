package vn.kientao.platform.web.http;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** An exchange over a socket. */
public final class ServletExchange implements Exchange {
    private static final long MOST_TAKEN_IN = 16L * 1024 * 1024;
    private static final long LONGEST_TAKING_IN_NANOS = 2_000_000_000L;
    private static final int PIECE = 16 * 1024;

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Origin origin;

    public ServletExchange(HttpServletRequest request, HttpServletResponse response, Proxies proxies) {
        this.request = request;
        this.response = response;
        this.origin = proxies.origin(request);
    }

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public String rawPath() {
        return request.getRequestURI();
    }

    @Override
    public String rawQuery() {
        return Optional.ofNullable(request.getQueryString()).orElse("");
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    @Override
    public InputStream body() throws IOException {
        return request.getInputStream();
    }

    @Override
    public long contentLength() {
        return request.getContentLengthLong();
    }

    @Override
    public void takeIn() throws IOException {
        ServletInputStream body = request.getInputStream();
        byte[] dropped = new byte[PIECE];
        long end = System.nanoTime() + LONGEST_TAKING_IN_NANOS;
        long taken = 0;
        int read = 0;
        while (read >= 0 && taken < MOST_TAKEN_IN && System.nanoTime() - end < 0) {
            read = body.read(dropped);
            taken += read;
        }
        if (read >= 0) {
            response.setHeader("Connection", "close");
        }
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public void status(int status) {
        response.setStatus(status);
    }

    @Override
    public int status() {
        return response.getStatus();
    }

    @Override
    public void setHeader(String name, String value) {
        response.setHeader(name, value);
    }

    @Override
    public void addHeader(String name, String value) {
        response.addHeader(name, value);
    }

    @Override
    public OutputStream out() throws IOException {
        return response.getOutputStream();
    }

    @Override
    public boolean committed() {
        return response.isCommitted();
    }
}
