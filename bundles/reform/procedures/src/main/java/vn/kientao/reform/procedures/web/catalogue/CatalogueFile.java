package vn.kientao.reform.procedures.web.catalogue;

import java.io.IOException;
import java.util.List;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.table.TableFile.Column;
import vn.kientao.platform.api.table.TableFile.Line;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.reform.procedures.app.catalogue.Catalogue;
import vn.kientao.reform.procedures.app.catalogue.SearchQuery;
import vn.kientao.reform.procedures.app.catalogue.SearchResult;
import vn.kientao.reform.procedures.domain.catalogue.CatalogueEntry;

/** The procedures that a search of staff finds, as a file. */
final class CatalogueFile {
    private static final int PAGE = 500;

    private final Catalogue catalogue;
    private final SearchQuery query;
    private final Texts texts;
    private final CatalogueWords words;

    CatalogueFile(Catalogue catalogue, SearchQuery query, Texts texts) {
        this.catalogue = catalogue;
        this.query = query;
        this.texts = texts;
        this.words = new CatalogueWords(texts);
    }

    TableFile table() {
        return new TableFile(
                "danh-muc-thu-tuc",
                "catalogue",
                texts.get("catalogue.title-staff"),
                query.words().isEmpty() ? List.of() : List.of("“" + query.words() + "”"),
                List.of(
                        new Column(texts.get("catalogue.code"), 12),
                        new Column(texts.get("catalogue.name"), 60),
                        new Column(texts.get("catalogue.field"), 26),
                        new Column(texts.get("catalogue.level"), 14),
                        new Column(texts.get("catalogue.agencies"), 40),
                        new Column(texts.get("catalogue.channels"), 18),
                        new Column(texts.get("catalogue.limit"), 20),
                        new Column(texts.get("catalogue.fee"), 18),
                        new Column(texts.get("catalogue.valid-from"), 12)),
                this::say,
                List.of());
    }

    private void say(Line line) throws IOException {
        int first = 0;
        SearchResult found;
        do {
            found = catalogue.search(query, first, PAGE);
            for (CatalogueEntry entry : found.hits()) {
                line.add(cells(entry));
            }
            first += PAGE;
        } while (first < found.total());
    }

    private List<SheetCell> cells(CatalogueEntry entry) {
        return List.of(
                SheetCell.text(entry.code()),
                SheetCell.text(entry.summary().name()),
                SheetCell.text(entry.summary().field()),
                SheetCell.text(words.names("level", entry.summary().levels())),
                SheetCell.text(String.join("; ", entry.summary().agencies())),
                SheetCell.text(words.names("channel", entry.summary().channels())),
                SheetCell.text(words.limit(entry.summary())),
                SheetCell.text(words.fee(entry.summary())),
                SheetCell.day(entry.validFrom()));
    }
}
