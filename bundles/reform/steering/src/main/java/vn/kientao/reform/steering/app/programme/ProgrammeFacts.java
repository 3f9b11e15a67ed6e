package vn.kientao.reform.steering.app.programme;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.kientao.reform.steering.app.Facts;
import vn.kientao.reform.steering.domain.programme.Clause;
import vn.kientao.reform.steering.domain.programme.Document;

/** What the audit trail says about documents and clauses. */
final class ProgrammeFacts {
    private ProgrammeFacts() {}

    static Facts of(Document document) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("kind", document.kind());
        facts.put("symbol", document.symbol());
        facts.put("issuedOn", day(document.issuedOn()));
        facts.put("issuer", document.issuer());
        facts.put("title", document.title());
        facts.put("note", document.note());
        facts.put("from", day(document.validFrom()));
        facts.put("to", day(document.validTo()));
        facts.put("replacedBy", document.replacedBy().map(id -> "" + id).orElse(""));
        return new Facts(facts);
    }

    static Facts of(Clause clause) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("position", "" + clause.position());
        facts.put("area", clause.area());
        facts.put("summary", clause.summary().vi());
        facts.put("summaryEn", clause.summary().en());
        facts.put("parent", clause.parent().map(id -> "" + id).orElse(""));
        facts.put("lead", clause.lead().orElse(""));
        facts.put("cooperating", String.join(",", clause.cooperating()));
        facts.put("due", day(clause.due()));
        facts.put("to", day(clause.validTo()));
        return new Facts(facts);
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }
}
