package vn.kientao.reform.steering.web.programme;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.steering.domain.programme.Document;
import vn.kientao.reform.steering.domain.programme.DocumentKind;
import vn.kientao.reform.steering.web.Acts;
import vn.kientao.reform.steering.web.FormReader;

/** Reads the form of a document. */
final class DocumentForm {
    private static final TextBundle TEXTS = TextBundle.of(DocumentForm.class);
    private static final int SYMBOL = 100;
    private static final int ISSUER = 400;
    private static final int TITLE = 1_000;
    private static final int NOTE = 2_000;

    private final Request request;
    private final FormErrors errors;
    private final FormReader reader;

    DocumentForm(Request request, FormErrors errors) {
        this.request = request;
        this.errors = errors;
        this.reader = new FormReader(request, errors);
    }

    /** What stands in the fields for a document. */
    static Map<String, String> of(Document document, List<Document> others) {
        Map<String, String> values = new HashMap<>();
        values.put("version", "" + document.version());
        values.put("kind", document.kind());
        values.put("symbol", document.symbol());
        values.put("issuedOn", document.issuedOn().map(Formats::date).orElse(""));
        values.put("issuer", document.issuer());
        values.put("title", document.title());
        values.put("note", document.note());
        values.put("from", document.validFrom().map(Formats::date).orElse(""));
        values.put("to", document.validTo().map(Formats::date).orElse(""));
        others.stream()
                .filter(one -> document.replacedBy().equals(Optional.of(one.id())))
                .forEach(one -> values.put("replacedBy", one.code()));
        return values;
    }

    /**
     * The document that the form says; empty when something is wrong with it.
     *
     * @param old the one that is changed
     * @param all documents, one of which may take its place
     */
    Optional<Document> read(Optional<Document> old, List<Document> all) {
        String code = old.map(Document::code).orElseGet(() -> reader.code("code"));
        String kind = request.field("kind").orElse("");
        if (DocumentKind.of(kind).isEmpty()) {
            errors.add("kind", TEXTS.text("programme.error.kind", kind));
        }
        String symbol = reader.text("symbol", 0, SYMBOL);
        Optional<LocalDate> issued = reader.day("issuedOn");
        issued.filter(day -> day.isAfter(Acts.today(request)))
                .ifPresent(day -> errors.add(
                        "issuedOn",
                        TEXTS.text("programme.error.issued", Formats.date(day), Formats.date(Acts.today(request)))));
        String issuer = reader.text("issuer", 1, ISSUER);
        String title = reader.text("title", 1, TITLE);
        String note = reader.text("note", 0, NOTE);
        Optional<LocalDate> from = reader.day("from");
        Optional<LocalDate> to = reader.day("to");
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            errors.add("to", TEXTS.text("pilot.error.to", Formats.date(to.get()), Formats.date(from.get())));
        }
        Optional<Long> replacedBy = replacedBy(code, all);
        if (replacedBy.isPresent() && to.isEmpty()) {
            errors.add("to", TEXTS.text("programme.error.ends"));
        }
        return errors.isEmpty()
                ? Optional.of(new Document(
                        old.map(Document::id).orElse(0L),
                        old.map(Document::version).orElse(1L),
                        code,
                        kind,
                        symbol,
                        issued,
                        issuer,
                        title,
                        note,
                        from,
                        to,
                        replacedBy))
                : Optional.empty();
    }

    private Optional<Long> replacedBy(String code, List<Document> all) {
        Optional<String> given = reader.field("replacedBy");
        Optional<Long> found = all.stream()
                .filter(one ->
                        given.equals(Optional.of(one.code())) && !one.code().equals(code))
                .map(Document::id)
                .findFirst();
        if (given.isPresent() && found.isEmpty()) {
            errors.add("replacedBy", TEXTS.text("programme.error.replaced", given.get()));
        }
        return found;
    }
}
