package vn.kientao.platform.security.app;

/** Writes the detail of an audit entry: a flat JSON object of texts. */
final class Detail {
    private Detail() {}

    /** @param pairs name, value, name, value …; empty values are left out */
    static String json(String... pairs) {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            if (!pairs[i + 1].isEmpty()) {
                json.append(json.length() > 1 ? "," : "")
                        .append(quoted(pairs[i]))
                        .append(':')
                        .append(quoted(pairs[i + 1]));
            }
        }
        return json.append('}').toString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '"' || sign == '\\') {
                quoted.append('\\').append(sign);
            } else if (sign < ' ') {
                quoted.append("\\u%04x".formatted((int) sign));
            } else {
                quoted.append(sign);
            }
        }
        return quoted.append('"').toString();
    }
}
