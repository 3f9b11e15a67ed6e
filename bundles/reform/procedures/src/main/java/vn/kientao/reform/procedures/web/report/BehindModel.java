package vn.kientao.reform.procedures.web.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.report.Measure;
import vn.kientao.reform.procedures.domain.report.ReportedDossier;
import vn.kientao.reform.procedures.domain.report.Trait;

/**
 * The dossiers behind a number of a report.
 *
 * @param rows those of this page
 * @param opens whether the reader may open dossiers of the agency
 */
public record BehindModel(
        Page page,
        FormView filter,
        Period period,
        Measure measure,
        List<ReportedDossier> rows,
        boolean more,
        boolean first,
        boolean opens) {
    private static final Set<String> OF_LIST = Set.of("measure", "trait", "result");

    public BehindModel {
        rows = List.copyOf(rows);
    }

    public String title() {
        String words = page.text("report.measure." + measure.word());
        return Trait.of(filter.value("trait"))
                .map(trait -> words + ": " + page.text("report.trait." + trait.word()))
                .orElse(words);
    }

    public String dates() {
        return page.text("report.dates", Formats.date(period.from()), Formats.date(period.to()));
    }

    public Optional<String> field() {
        return Optional.of(filter.value("field")).filter(words -> !words.isEmpty());
    }

    /** The report from which the reader came. */
    public String report() {
        return page.link("/reports?"
                + filter.values().entrySet().stream()
                        .filter(entry -> !OF_LIST.contains(entry.getKey()))
                        .map(entry ->
                                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .sorted()
                        .collect(Collectors.joining("&")));
    }

    public String next() {
        return page.with(
                "after", rows.isEmpty() ? "" : word(rows.get(rows.size() - 1).key()));
    }

    public String ended(ReportedDossier dossier) {
        return dossier.endedAt().map(Formats::time).orElse("");
    }

    static String word(ReportedDossier.Key key) {
        return key.part() + "_" + key.at() + "_" + key.id();
    }

    static Optional<ReportedDossier.Key> key(String word) {
        String[] parts = word.split("_", -1);
        if (parts.length != 3 || !parts[0].matches("\\d") || !parts[2].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ReportedDossier.Key(
                    Integer.parseInt(parts[0]), LocalDateTime.parse(parts[1]), Long.parseLong(parts[2])));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
