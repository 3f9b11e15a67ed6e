package vn.kientao.platform.web.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of a query or form in the order they came: NFC, lines ended by one line feed, ends stripped. */
public final class Parameters {
    /** More names and values than any form of ours has; beyond it somebody is up to something. */
    private static final int MOST = 2_000;

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private int count;

    /**
     * Reads {@code a=1&b=2}.
     *
     * @throws Refusal 400 when it is malformed, 413 when it holds too many values
     */
    public static Parameters parse(String encoded) {
        Parameters parameters = new Parameters();
        int from = 0;
        while (from < encoded.length()) {
            int ampersand = encoded.indexOf('&', from);
            int to = ampersand < 0 ? encoded.length() : ampersand;
            parameters.addEncoded(encoded.substring(from, to));
            from = to + 1;
        }
        return parameters;
    }

    private void addEncoded(String pair) {
        if (pair.isEmpty()) {
            return;
        }
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        add(UrlText.decode(name, true), UrlText.decode(value, true));
    }

    /** Adds a value that is already decoded and in NFC. */
    public void add(String name, String value) {
        count++;
        if (count > MOST) {
            throw new Refusal(413, "too-many-fields");
        }
        values.computeIfAbsent(name, n -> new ArrayList<>(1))
                .add(value.replace("\r\n", "\n").strip());
    }

    /** The first value that is not blank. */
    public Optional<String> first(String name) {
        List<String> all = values.get(name);
        return all == null
                ? Optional.empty()
                : all.stream().filter(value -> !value.isEmpty()).findFirst();
    }

    /** All values that are not blank. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** Every name with all its values, blank ones too. */
    public Map<String, List<String>> asMap() {
        return values;
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Writes them back as {@code a=1&b=2}. */
    public String encoded() {
        StringBuilder out = new StringBuilder();
        values.forEach((name, all) -> all.forEach(value -> out.append(out.isEmpty() ? "" : "&")
                .append(UrlText.encode(name))
                .append('=')
                .append(UrlText.encode(value))));
        return out.toString();
    }
}
