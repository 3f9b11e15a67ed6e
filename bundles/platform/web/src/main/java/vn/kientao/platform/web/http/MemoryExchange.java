package vn.kientao.platform.web.http;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A page asked for by nobody: how a release is tried before it serves. */
public final class MemoryExchange implements Exchange {
    private static final Origin HERE = new Origin(false, "localhost", "127.0.0.1");

    private final String path;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private int status = 200;

    private MemoryExchange(String path) {
        this.path = path;
    }

    /** A visitor's GET of the path. */
    public static MemoryExchange get(String path) {
        return new MemoryExchange(path);
    }

    @Override
    public int status() {
        return status;
    }

    /** The value of a header of the answer. */
    public Optional<String> answerHeader(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String rawPath() {
        int question = path.indexOf('?');
        return question < 0 ? path : path.substring(0, question);
    }

    @Override
    public String rawQuery() {
        int question = path.indexOf('?');
        return question < 0 ? "" : path.substring(question + 1);
    }

    @Override
    public Optional<String> header(String name) {
        return name.equals("Accept") ? Optional.of("text/html,application/json;q=0.9") : Optional.empty();
    }

    @Override
    public InputStream body() {
        return InputStream.nullInputStream();
    }

    @Override
    public long contentLength() {
        return 0;
    }

    @Override
    public void takeIn() {
        // There is no body.
    }

    @Override
    public Origin origin() {
        return HERE;
    }

    @Override
    public void status(int code) {
        status = code;
    }

    @Override
    public void setHeader(String name, String value) {
        headers.put(name, value);
    }

    @Override
    public void addHeader(String name, String value) {
        headers.put(name, value);
    }

    @Override
    public OutputStream out() {
        return content;
    }

    @Override
    public boolean committed() {
        return false;
    }
}
