package vn.kientao.itests.update;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.kientao.itests.product.DemoAccounts;
import vn.kientao.itests.product.Product;

/** A person at a browser, as far as HTTP goes: one connection, cookies, forms with their hidden fields. */
final class Visitor {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private static final String PART = "--kt-part\r\nContent-Disposition: form-data; name=\"";

    private final Product product;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    Visitor(Product product) {
        this.product = product;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    /** Posts a form from its own page, with the hidden fields that stand in the page. */
    HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
        Map<String, String> all = hidden(get(page).body());
        all.putAll(fields);
        return post(action, all);
    }

    /** The hidden fields of a page's forms; the first of each name. */
    static Map<String, String> hidden(String html) {
        Map<String, String> all = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(html);
        while (hidden.find()) {
            all.putIfAbsent(hidden.group(1), hidden.group(2));
        }
        return all;
    }

    HttpResponse<String> post(String path, Map<String, String> fields) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin())
                .POST(HttpRequest.BodyPublishers.ofString(form(fields)))
                .build());
    }

    /** Posts a form with a picture chosen in one of its fields. */
    HttpResponse<String> postPicture(String path, Map<String, String> fields, String field, String name, byte[] png) {
        StringBuilder head = new StringBuilder();
        fields.forEach((key, value) ->
                head.append(PART).append(key).append("\"\r\n\r\n").append(value).append("\r\n"));
        head.append(PART).append(field).append("\"; filename=\"").append(name);
        head.append("\"\r\nContent-Type: image/png\r\n\r\n");
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=kt-part")
                .header("Origin", origin())
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString(head.toString()),
                        HttpRequest.BodyPublishers.ofByteArray(png),
                        HttpRequest.BodyPublishers.ofString("\r\n--kt-part--\r\n")))
                .build());
    }

    HttpResponse<String> postJson(String path, String csrfToken, String key, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("X-CSRF-Token", csrfToken)
                .header("Idempotency-Key", key)
                .header("Origin", origin())
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    /** Keeps a half-filled form, as the script of a page does. */
    HttpResponse<String> keepDraft(String path, String csrfToken, Map<String, String> fields) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-CSRF-Token", csrfToken)
                .header("Origin", origin())
                .PUT(HttpRequest.BodyPublishers.ofString(form(fields)))
                .build());
    }

    /** A request of a program with another method. */
    HttpResponse<String> send(String method, String path, String csrfToken, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("X-CSRF-Token", csrfToken)
                .header("Origin", origin())
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    Visitor signIn(DemoAccounts.Account account) {
        HttpResponse<String> answer =
                submit("/sign-in", "/sign-in", Map.of("login", account.login(), "password", account.password()));
        if (answer.statusCode() != 303) {
            throw new AssertionError("Sign-in of " + account.login() + " answered " + answer.statusCode());
        }
        return this;
    }

    /** The CSRF token of a page of this session. */
    String csrfToken(String page) {
        Matcher token = Pattern.compile("name=\"csrf-token\" content=\"([^\"]+)\"")
                .matcher(get(page).body());
        if (!token.find()) {
            throw new AssertionError(page + " carries no CSRF token");
        }
        return token.group(1);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(product.http().resolve(path)).timeout(PATIENCE);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    request.method() + " " + request.uri().getPath(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** As a browser keeps cookies; Java's own manager would send them back in quotes. */
    private void keep(String cookie) {
        String[] pair = cookie.substring(0, (cookie + ";").indexOf(';')).split("=", 2);
        if (cookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private String origin() {
        URI base = product.http();
        return base.getScheme() + "://" + base.getAuthority();
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
