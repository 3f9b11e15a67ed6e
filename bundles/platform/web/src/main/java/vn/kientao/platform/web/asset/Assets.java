package vn.kientao.platform.web.asset;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import vn.kientao.platform.web.http.Exchange;
import vn.kientao.platform.web.http.Refusal;

/**
 * The assets folder. It is served whole under one hash of all its content, {@code /a/<hash>/<file>}, so that files may
 * refer to each other by relative address and browsers may keep them for a year.
 */
public final class Assets {
    private static final String PREFIX = "/a/";
    private static final int HASH_LENGTH = 12;

    private final Map<String, Asset> assets = new HashMap<>();
    private final String shell;

    /** @param files content by path below the folder */
    public Assets(Map<String, byte[]> files) {
        SortedMap<String, byte[]> sorted = new TreeMap<>(files);
        this.shell = hash(sorted);
        sorted.forEach((path, content) -> assets.put(path, Asset.of(path, content)));
    }

    /** The assets that travel in the bundle's folder {@code assets}. */
    public static Assets of(Bundle bundle) {
        Map<String, byte[]> files = new HashMap<>();
        var entries = bundle.findEntries("assets", "*", true);
        for (URL url : entries == null ? Collections.<URL>emptyList() : Collections.list(entries)) {
            String path = url.getPath();
            if (!path.endsWith("/")) {
                files.put(path.substring(path.indexOf("assets/") + "assets/".length()), read(url));
            }
        }
        return new Assets(files);
    }

    /** What tells one set of layout and assets from another; see {@code X-Kientao-Shell}. */
    public String shell() {
        return shell;
    }

    /** The address of the folder, without slash at its end. */
    public String folder() {
        return PREFIX + shell;
    }

    public String address(String name) {
        return PREFIX + shell + "/" + requireNonNull(name, "name");
    }

    /** Whether the address is one of ours at all. */
    public static boolean isAsset(String rawPath) {
        return rawPath.startsWith(PREFIX);
    }

    /**
     * Answers with the file; the hash in the address must be the present one.
     *
     * @throws Refusal 404, or 405 when it is not read
     */
    public void serve(Exchange exchange) throws IOException {
        if (!exchange.method().equals("GET") && !exchange.method().equals("HEAD")) {
            throw new Refusal(405, "method", Map.of("Allow", "GET, HEAD"), exchange.method());
        }
        Asset asset = find(exchange.rawPath()).orElseThrow(() -> new Refusal(404, "not-found"));
        exchange.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        send(exchange, asset);
    }

    /** Answers with the file under an address that never changes, for the few that browsers guess. */
    public void serveUnhashed(Exchange exchange, String name) throws IOException {
        Asset asset = Optional.ofNullable(assets.get(name)).orElseThrow(() -> new Refusal(404, "not-found"));
        exchange.setHeader("Cache-Control", "public, max-age=86400");
        send(exchange, asset);
    }

    private static void send(Exchange exchange, Asset asset) throws IOException {
        exchange.status(200);
        exchange.setHeader("Content-Type", asset.type);
        byte[] content = asset.plain;
        if (asset.packed.length > 0) {
            exchange.setHeader("Vary", "Accept-Encoding");
            if (exchange.header("Accept-Encoding").orElse("").contains("gzip")) {
                exchange.setHeader("Content-Encoding", "gzip");
                content = asset.packed;
            }
        }
        exchange.setHeader("Content-Length", Integer.toString(content.length));
        if (!exchange.method().equals("HEAD")) {
            OutputStream out = exchange.out();
            out.write(content);
        }
    }

    private Optional<Asset> find(String rawPath) {
        String folder = folder() + "/";
        return rawPath.startsWith(folder)
                ? Optional.ofNullable(assets.get(rawPath.substring(folder.length())))
                : Optional.empty();
    }

    private static byte[] read(URL url) {
        try (InputStream in = url.openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read asset " + url.getPath(), e);
        }
    }

    private static String hash(SortedMap<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((path, content) -> {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
