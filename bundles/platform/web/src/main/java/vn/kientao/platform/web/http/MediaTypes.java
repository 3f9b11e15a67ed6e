package vn.kientao.platform.web.http;

import java.util.Map;

/** The content types of files we serve. */
public final class MediaTypes {
    private static final Map<String, String> BY_ENDING = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "woff2", "font/woff2",
            "json", "application/json",
            "txt", "text/plain; charset=utf-8");

    private MediaTypes() {}

    /** By the ending of the name; plain text for names without one, such as {@code LICENSE}. */
    public static String of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0
                ? "text/plain; charset=utf-8"
                : BY_ENDING.getOrDefault(name.substring(dot + 1), "application/octet-stream");
    }

    public static boolean isText(String type) {
        return type.startsWith("text/") || type.equals("image/svg+xml") || type.contains("json");
    }
}
