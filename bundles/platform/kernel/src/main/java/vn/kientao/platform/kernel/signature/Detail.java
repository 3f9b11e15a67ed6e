package vn.kientao.platform.kernel.signature;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Words that people typed, as the JSON of an audit entry. */
final class Detail {

    private Detail() {}

    static String json(Map<String, String> words) {
        return new TreeMap<>(words)
                .entrySet().stream()
                        .map(word -> quoted(word.getKey()) + ":" + quoted(word.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String words) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
