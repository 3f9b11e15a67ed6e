package vn.kientao.reform.steering.web.programme;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.programme.Document;
import vn.kientao.reform.steering.domain.programme.DocumentKind;

/** How documents are said. */
final class DocumentWords {
    private DocumentWords() {}

    /** Kind, number and day. */
    static String about(Page page, Document document) {
        String kind = DocumentKind.of(document.kind())
                .map(one -> page.text(one.textKey()))
                .orElse("");
        String number = Stream.of(kind, document.symbol())
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
        return document.issuedOn()
                .map(day -> page.text("programme.of-day", number, Formats.date(day)))
                .orElse(number);
    }

    /** From when to when it is in force; empty when neither is known. */
    static String validity(Page page, Document document) {
        String from = document.validFrom()
                .map(day -> page.text("programme.valid.from", Formats.date(day)))
                .orElse("");
        String to = document.validTo()
                .map(day -> page.text("programme.valid.to", Formats.date(day)))
                .orElse("");
        return Stream.of(from, to).filter(word -> !word.isEmpty()).collect(Collectors.joining(", "));
    }
}
