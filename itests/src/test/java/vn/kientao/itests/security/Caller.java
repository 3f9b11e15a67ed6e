package vn.kientao.itests.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who asks the product, with cookies of their own; follows no redirect and hides nothing. */
public final class Caller {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" content=\"([^\"]+)\"");

    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private final String address;
    private String token = "";

    public Caller(URI base) {
        this(base, "");
    }

    /** @param address from where the proxy in front says that the caller comes; empty without a proxy */
    public Caller(URI base, String address) {
        this.base = base;
        this.address = address;
    }

    /** Signs in and keeps the CSRF token of the session. */
    public Caller signIn(String login, String password) {
        String before = token("/sign-in");
        HttpResponse<String> answer = send(
                "POST",
                "/sign-in",
                Map.of("Content-Type", "application/x-www-form-urlencoded", "X-CSRF-Token", before),
                "login=" + encode(login) + "&password=" + encode(password));
        if (answer.statusCode() != 303) {
            throw new AssertionError("Sign-in of " + login + " answered " + answer.statusCode());
        }
        token = token("/help");
        return this;
    }

    /** The CSRF token of the session; empty for somebody who has none. */
    public String token() {
        return token;
    }

    /** Takes the CSRF token of a page, for somebody who does not sign in. */
    public void tokenOf(String page) {
        token = token(page);
    }

    /** What a file holds. */
    public byte[] bytes(String path) {
        return file(path).body();
    }

    /** As a browser asks for a page. */
    public HttpResponse<String> get(String path) {
        return send("GET", path, Map.of("Accept", "text/html"), "");
    }

    /** As the form of another site would send it: with the cookies, without the token. */
    HttpResponse<String> withoutToken(String method, String path) {
        return send(method, path, Map.of("Accept", "application/json"), "");
    }

    /** With the token and nothing filled in. */
    HttpResponse<String> empty(String method, String path) {
        boolean programs = path.startsWith("/api/");
        return send(
                method,
                path,
                Map.of(
                        "Accept",
                        "application/json",
                        "Content-Type",
                        programs ? "application/json" : "application/x-www-form-urlencoded",
                        "If-Match",
                        "*",
                        "X-CSRF-Token",
                        token),
                programs ? "{}" : "");
    }

    private String token(String page) {
        Matcher found = TOKEN.matcher(get(page).body());
        if (!found.find()) {
            throw new AssertionError(page + " carries no CSRF token");
        }
        return found.group(1);
    }

    public HttpResponse<String> send(String method, String path, Map<String, String> headers, String body) {
        HttpRequest.BodyPublisher sent =
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        return exchange(method, path, headers, sent, HttpResponse.BodyHandlers.ofString());
    }

    /** A file as it goes out. */
    HttpResponse<byte[]> file(String path) {
        return exchange(
                "GET",
                path,
                Map.of("Accept", "*/*"),
                HttpRequest.BodyPublishers.noBody(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Sends a form, and takes the file that it is answered with. */
    HttpResponse<byte[]> file(String path, String form) {
        return exchange(
                "POST",
                path,
                Map.of("Content-Type", "application/x-www-form-urlencoded", "X-CSRF-Token", token),
                HttpRequest.BodyPublishers.ofString(form),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Sends a file in the field of a form, named as somebody hostile would name it. */
    HttpResponse<String> upload(String method, String path, String field, byte[] file) {
        return upload(method, path, Map.of(), field, "../../so.csv", "text/csv", file);
    }

    /** Sends a form with a file. */
    public HttpResponse<String> upload(
            String method,
            String path,
            Map<String, String> fields,
            String field,
            String name,
            String type,
            byte[] file) {
        StringBuilder head = new StringBuilder();
        fields.forEach((key, value) -> head.append("--kt-part\r\nContent-Disposition: form-data; name=\"")
                .append(key)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        head.append("--kt-part\r\nContent-Disposition: form-data; name=\"")
                .append(field)
                .append("\"; filename=\"")
                .append(name)
                .append("\"\r\nContent-Type: ")
                .append(type)
                .append("\r\n\r\n");
        return exchange(
                method,
                path,
                Map.of(
                        "Accept",
                        "application/json",
                        "Content-Type",
                        "multipart/form-data; boundary=kt-part",
                        "X-CSRF-Token",
                        token),
                HttpRequest.BodyPublishers.ofByteArrays(List.of(
                        head.toString().getBytes(StandardCharsets.UTF_8),
                        file,
                        "\r\n--kt-part--\r\n".getBytes(StandardCharsets.UTF_8))),
                HttpResponse.BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> exchange(
            String method,
            String path,
            Map<String, String> headers,
            HttpRequest.BodyPublisher body,
            HttpResponse.BodyHandler<T> reader) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
        headers.forEach(request::header);
        if (!address.isEmpty()) {
            request.header("X-Forwarded-For", address);
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        request.method(method, body);
        try {
            HttpResponse<T> answer = http.send(request.build(), reader);
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void keep(String cookie) {
        String[] pair = cookie.substring(0, (cookie + ";").indexOf(';')).split("=", 2);
        if (cookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    /** The machine word of a problem that a program was told. */
    static Optional<String> code(HttpResponse<String> answer) {
        Matcher found = Pattern.compile("\"code\":\"([^\"]+)\"").matcher(answer.body());
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
