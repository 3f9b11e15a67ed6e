package vn.kientao.platform.audit.chain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole trail as text, for keeping elsewhere and for the verifier: one entry a line, fields between tabs; a tab, a
 * line break or a backslash within a field is {@code \t}, {@code \n}, {@code \r} or {@code \\}.
 */
public final class TrailFile {
    private static final int FIELDS = 19;

    private static final String CUT = "cut";

    private TrailFile() {}

    /** The first line of a trail whose oldest entries have been thrown away. */
    public static String line(Cut cut) {
        return String.join(
                "\t",
                List.of(CUT, Long.toString(cut.sequence()), cut.hash(), cut.at().toString(), cut.keyId(), cut.mac()));
    }

    public static boolean isCut(String line) {
        return line.startsWith(CUT + "\t");
    }

    /** @throws IllegalArgumentException when the line is none of ours */
    public static Cut parseCut(String line) {
        String[] f = line.split("\t", -1);
        if (f.length != 6) {
            throw new IllegalArgumentException("cut of " + f.length + " fields (expected: 6)");
        }
        return new Cut(Long.parseLong(f[1]), f[2], Instant.parse(f[3]), f[4], f[5]);
    }

    public static String line(Link link) {
        Entry e = link.entry();
        return String.join(
                "\t",
                List.of(
                        Long.toString(link.sequence()),
                        e.at().toString(),
                        escaped(e.account()),
                        escaped(e.actingFor()),
                        escaped(e.agency()),
                        escaped(e.address()),
                        escaped(e.module()),
                        escaped(e.release()),
                        escaped(e.action()),
                        escaped(e.objectType()),
                        escaped(e.objectId()),
                        escaped(e.detail()),
                        escaped(e.before()),
                        escaped(e.after()),
                        escaped(e.reason()),
                        escaped(e.requestId()),
                        e.keyId(),
                        e.mac(),
                        link.hash()));
    }

    /** @throws IllegalArgumentException when the line is none of ours */
    public static Link parse(String line) {
        List<String> f = new ArrayList<>();
        for (String part : line.split("\t", -1)) {
            f.add(plain(part));
        }
        if (f.size() != FIELDS) {
            throw new IllegalArgumentException("line of " + f.size() + " fields (expected: " + FIELDS + ")");
        }
        Entry entry = new Entry(
                Instant.parse(f.get(1)),
                f.get(2),
                f.get(3),
                f.get(4),
                f.get(5),
                f.get(6),
                f.get(7),
                f.get(8),
                f.get(9),
                f.get(10),
                f.get(11),
                f.get(12),
                f.get(13),
                f.get(14),
                f.get(15),
                f.get(16),
                f.get(17));
        return new Link(Long.parseLong(f.get(0)), entry, f.get(18));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        boolean escape = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (escape) {
                plain.append(c == 't' ? '\t' : c == 'n' ? '\n' : c == 'r' ? '\r' : c);
                escape = false;
            } else if (c == '\\') {
                escape = true;
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
