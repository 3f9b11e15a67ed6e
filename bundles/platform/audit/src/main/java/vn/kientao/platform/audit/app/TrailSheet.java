package vn.kientao.platform.audit.app;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.documents.SheetColumn;
import vn.kientao.platform.api.documents.SheetFormat;
import vn.kientao.platform.api.documents.SheetLayout;
import vn.kientao.platform.api.documents.SheetWriter;
import vn.kientao.platform.api.documents.Sheets;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.audit.chain.Entry;
import vn.kientao.platform.audit.chain.Link;

/** All entries of a filter as a sheet, newest first. */
public final class TrailSheet {
    private static final int PAGE = 500;
    private static final int WIDTH = 20;
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

    private final Sheets sheets;
    private final Trail trail;
    private final TrailQuery query;
    private final Texts texts;

    public TrailSheet(Sheets sheets, Trail trail, TrailQuery query, Texts texts) {
        this.sheets = sheets;
        this.trail = trail;
        this.query = query;
        this.texts = texts;
    }

    public void writeTo(SheetFormat format, OutputStream out) throws IOException {
        SheetLayout layout = SheetLayout.of(
                texts.get("audit.sheet"),
                COLUMNS.stream()
                        .map(name -> new SheetColumn(texts.get("audit.field." + name), WIDTH))
                        .toList());
        try (SheetWriter sheet = sheets.write(format, out, layout)) {
            Optional<Long> from = Optional.empty();
            do {
                TrailPage page = trail.older(query, from, PAGE);
                for (Link link : page.links()) {
                    sheet.row(cells(link));
                }
                from = page.older();
            } while (from.isPresent());
        }
    }

    private static List<SheetCell> cells(Link link) {
        Entry e = link.entry();
        Stream<SheetCell> facts = Stream.of(
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
                        link.hash())
                .map(SheetCell::text);
        return Stream.concat(Stream.of(SheetCell.number(link.sequence()), SheetCell.time(e.at())), facts)
                .toList();
    }
}
