package vn.kientao.reform.procedures.web.citizen;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.reform.procedures.domain.dossier.Applicant;
import vn.kientao.reform.procedures.web.dossier.Checks;
import vn.kientao.reform.procedures.web.dossier.PaperLine;
import vn.kientao.reform.procedures.web.dossier.Words;

/** Reads what somebody filled in at home: fields under the names that they have in the intake form. */
final class PrefillForm {
    private static final int NAME = 200;
    private static final int ADDRESS = 500;
    private static final int NUMBER = 30;
    private static final int CONTENT = 2000;

    private final Map<String, String> values;
    private final List<PaperLine> lines;
    private final FormErrors errors;

    PrefillForm(Map<String, String> values, List<PaperLine> lines, FormErrors errors) {
        this.values = values;
        this.lines = List.copyOf(lines);
        this.errors = errors;
    }

    /** What will be kept; empty when the errors say why not. */
    Optional<Map<String, String>> read() {
        Checks checks = new Checks(errors);
        Map<String, String> kept = new LinkedHashMap<>();
        String kind = kind();
        kept.put("kind", kind);
        kept.put("name", checks.required("name", value("name"), NAME));
        kept.put(
                "idNumber",
                kind.equals(Applicant.Kind.CITIZEN.word())
                        ? checks.citizenId("idNumber", value("idNumber"))
                        : checks.optional("idNumber", value("idNumber"), NUMBER));
        kept.put("address", checks.required("address", value("address"), ADDRESS));
        kept.put("phone", checks.phone("phone", value("phone")));
        kept.put("email", checks.email("email", value("email")));
        kept.put("ownerName", checks.optional("ownerName", value("ownerName"), NAME));
        kept.put("ownerAddress", checks.optional("ownerAddress", value("ownerAddress"), ADDRESS));
        kept.put("content", checks.required("content", value("content"), CONTENT));
        lines.stream()
                .filter(PaperLine::listed)
                .map(PaperLine::field)
                .filter(values::containsKey)
                .forEach(field -> kept.put(field, "1"));
        if (!values.containsKey("consent")) {
            errors.add("consent", Words.text("prefill.error.consent"));
        }
        kept.values().removeIf(String::isEmpty);
        return errors.isEmpty() ? Optional.of(kept) : Optional.empty();
    }

    private String kind() {
        String word = value("kind");
        if (Arrays.stream(Applicant.Kind.values()).noneMatch(one -> one.word().equals(word))) {
            errors.add("kind", Words.text("dossier.error.kind", word));
        }
        return word;
    }

    private String value(String field) {
        return values.getOrDefault(field, "");
    }
}
