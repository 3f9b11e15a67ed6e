package vn.kientao.reform.procedures.web.dossier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A dossier to be received, as a program sends it. The same rules as on the page.
 *
 * @param procedure national code of the procedure
 * @param variant key of a case of the procedure that is in force; left out for the procedure as a whole
 * @param channel 1 at the counter (when left out), 2 online, 3 by post
 * @param kind {@code citizen}, {@code enterprise}, {@code organisation}, {@code state-body} or {@code other}
 * @param resultBy how the applicant wants the result, numbers as of {@code channel}
 * @param dueDate only for a procedure without a time limit that can be counted, with {@code dueReason}
 */
public record NewDossierJson(
        @Nullable String procedure,
        @Nullable String variant,
        @Nullable Integer channel,
        @Nullable String kind,
        @Nullable String name,
        @Nullable String idNumber,
        @Nullable String address,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String ownerName,
        @Nullable String ownerAddress,
        @Nullable String content,
        @Nullable Integer sets,
        @Nullable Integer resultBy,
        @Nullable String dueDate,
        @Nullable String dueReason,
        @Nullable List<PaperJson> papers) {

    /** A paper that was handed in. */
    public record PaperJson(
            @Nullable String name,
            @Nullable Integer originals,
            @Nullable Integer certified,
            @Nullable Integer copies) {}

    /** The values under the names of the form's fields. */
    Map<String, String> values(String procedureName) {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "kind", kind);
        put(values, "name", name);
        put(values, "idNumber", idNumber);
        put(values, "address", address);
        put(values, "phone", phone);
        put(values, "email", email);
        put(values, "ownerName", ownerName);
        put(values, "ownerAddress", ownerAddress);
        put(values, "content", Objects.requireNonNullElse(content, procedureName));
        put(values, "sets", sets);
        put(values, "resultBy", Objects.requireNonNullElse(resultBy, 1));
        put(values, "dueDate", dueDate);
        put(values, "dueReason", dueReason);
        List<PaperLine> lines = lines();
        for (int place = 0; place < lines.size(); place++) {
            PaperJson paper = papersOrNone().get(place);
            String field = lines.get(place).field();
            put(values, field + "-name", paper.name());
            put(values, field + "-originals", paper.originals());
            put(values, field + "-certified", paper.certified());
            put(values, field + "-copies", paper.copies());
        }
        return values;
    }

    /** One line for each paper. */
    List<PaperLine> lines() {
        List<PaperLine> lines = new ArrayList<>();
        for (int number = 1; number <= papersOrNone().size(); number++) {
            lines.add(new PaperLine("x" + number, "", "", "", 0, 0, false));
        }
        return lines;
    }

    private List<PaperJson> papersOrNone() {
        return papers == null ? List.of() : papers;
    }

    private static void put(Map<String, String> values, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            values.put(name, value.toString().strip());
        }
    }
}
