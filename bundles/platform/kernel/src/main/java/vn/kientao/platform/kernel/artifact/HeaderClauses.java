package vn.kientao.platform.kernel.artifact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads manifest headers of the usual OSGi shape: {@code word;key="value", word;key=value}. */
final class HeaderClauses {

    private HeaderClauses() {}

    /** A word and what is said about it. */
    record Clause(String word, Map<String, String> attributes) {
        Clause {
            attributes = Map.copyOf(attributes);
        }
    }

    /** The clauses of a header, in order; empty for an empty header. */
    static List<Clause> clauses(String header) {
        List<Clause> clauses = new ArrayList<>();
        for (String part : split(header, ',')) {
            List<String> pieces = split(part, ';');
            Map<String, String> attributes = new LinkedHashMap<>();
            for (String piece : pieces.subList(1, pieces.size())) {
                putPair(attributes, piece);
            }
            clauses.add(new Clause(pieces.get(0), attributes));
        }
        return List.copyOf(clauses);
    }

    /** A header of pairs: {@code vi="…", en="…"}. */
    static Map<String, String> pairs(String header) {
        Map<String, String> pairs = new LinkedHashMap<>();
        split(header, ',').forEach(piece -> putPair(pairs, piece));
        return pairs;
    }

    /** Splits outside quotes; pieces are stripped, empty ones left out. */
    static List<String> split(String text, char separator) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (c == separator && !quoted) {
                addPiece(pieces, piece);
            } else {
                piece.append(c);
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("'" + text + "' (expected: an even number of quotation marks)");
        }
        addPiece(pieces, piece);
        return pieces;
    }

    private static void addPiece(List<String> pieces, StringBuilder piece) {
        String words = piece.toString().strip();
        if (!words.isEmpty()) {
            pieces.add(words);
        }
        piece.setLength(0);
    }

    private static void putPair(Map<String, String> pairs, String piece) {
        int equals = piece.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("'" + piece + "' (expected: key=\"value\")");
        }
        String key = piece.substring(0, equals).strip();
        // A directive (key:=value) reads like an attribute; none of our headers has both.
        String name = key.endsWith(":") ? key.substring(0, key.length() - 1) : key;
        pairs.put(name, unquoted(piece.substring(equals + 1).strip()));
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
