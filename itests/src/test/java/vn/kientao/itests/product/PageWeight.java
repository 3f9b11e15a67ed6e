package vn.kientao.itests.product;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** What the first view of a page costs: the bytes of the page and of everything it names, style's fonts included, as sent. */
public final class PageWeight {
    private static final Pattern NAMED = Pattern.compile("(?:href|src)=\"(/a/[^\"#]+)|url\\(\"?([^\")]+\\.woff2)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Set<URI> seen = new HashSet<>();
    private int bytes;

    private PageWeight() {}

    public static int of(URI base, String path) throws IOException, InterruptedException {
        PageWeight weight = new PageWeight();
        weight.fetch(base.resolve(path));
        return weight.bytes;
    }

    private void fetch(URI address) throws IOException, InterruptedException {
        if (!seen.add(address)) {
            return;
        }
        HttpResponse<byte[]> answer = http.send(
                HttpRequest.newBuilder(address)
                        .header("Accept-Encoding", "gzip")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        bytes += answer.body().length;
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (!type.startsWith("text/html") && !type.startsWith("text/css")) {
            return;
        }
        boolean packed = answer.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equals)
                .isPresent();
        Matcher named = NAMED.matcher(new String(packed ? unpacked(answer.body()) : answer.body(), UTF_8));
        while (named.find()) {
            fetch(address.resolve(named.group(1) == null ? named.group(2) : named.group(1)));
        }
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }
}
