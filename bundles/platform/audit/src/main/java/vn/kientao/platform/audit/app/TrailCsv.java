package vn.kientao.platform.audit.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.audit.chain.Entry;
import vn.kientao.platform.audit.chain.Link;

/**
 * All entries of a filter as a table that a Vietnamese Excel opens by itself, newest first. What a spreadsheet would take
 * for a formula gets an apostrophe in front.
 */
public final class TrailCsv {
    private static final int PAGE = 500;
    private static final String FORMULA_SIGNS = "=+-@\t\r";
    private static final List<String> COLUMNS = List.of(
            "sequence",
            "at",
            "account",
            "acting-for",
            "agency",
            "address",
            "module",
            "release",
            "action",
            "type",
            "object",
            "detail",
            "before",
            "after",
            "reason",
            "request",
            "hash");

    private final Trail trail;
    private final TrailQuery query;
    private final Texts texts;

    public TrailCsv(Trail trail, TrailQuery query, Texts texts) {
        this.trail = trail;
        this.query = query;
        this.texts = texts;
    }

    public void writeTo(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\ufeff');
        writer.write(line(
                COLUMNS.stream().map(name -> texts.get("audit.field." + name)).toList()));
        Optional<Long> from = Optional.empty();
        do {
            TrailPage page = trail.older(query, from, PAGE);
            for (Link link : page.links()) {
                writer.write(line(cells(link)));
            }
            from = page.older();
        } while (from.isPresent());
        writer.flush();
    }

    private static List<String> cells(Link link) {
        Entry e = link.entry();
        return List.of(
                Long.toString(link.sequence()),
                Formats.time(e.at()),
                e.account(),
                e.actingFor(),
                e.agency(),
                e.address(),
                e.module(),
                e.release(),
                e.action(),
                e.objectType(),
                e.objectId(),
                e.detail(),
                e.before(),
                e.after(),
                e.reason(),
                e.requestId(),
                link.hash());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(TrailCsv::cell).collect(Collectors.joining(";", "", "\r\n"));
    }

    static String cell(String text) {
        String harmless = !text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = harmless.chars().noneMatch(sign -> sign == ';' || sign == '"' || sign == '\n' || sign == '\r');
        return plain ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
