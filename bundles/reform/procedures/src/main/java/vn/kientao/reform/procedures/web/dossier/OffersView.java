package vn.kientao.reform.procedures.web.dossier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.returning.Earlier;

/**
 * What is offered to an intake form of what the applicant gave before.
 *
 * @param number the id or phone number that was asked for
 * @param forAll whether taking all of them over takes anything: a result that no paper asks for is chosen by itself
 * @param offers those that the form does not hold yet
 */
public record OffersView(String number, boolean found, boolean forAll, List<Offer> offers) {
    /** In an offer's name: all of them. */
    private static final String ALL = "all";

    private static final String REUSED = "-reused";
    private static final String RESULT = "-result";
    /** How the name of an offered result begins; the code of its dossier follows. */
    private static final String OF_DOSSIER = "result:";

    public OffersView {
        offers = List.copyOf(offers);
    }

    /**
     * A value or a paper.
     *
     * @param use what the button sends
     * @param label name of the field or of the paper
     * @param source the dossier that it comes from, and its day
     */
    public record Offer(String use, String label, String value, String source) {}

    static OffersView of(Page page, List<PaperLine> lines, Map<String, String> values, String number, Earlier earlier) {
        List<Offer> offers = new ArrayList<>();
        for (Earlier.Value value : earlier.values()) {
            if (!value.value().equals(values.get(value.field()))) {
                offers.add(new Offer(
                        value.field(),
                        page.text("dossier.field." + value.field()),
                        shown(page, value),
                        page.text("returning.source", value.source(), Formats.date(value.on()))));
            }
        }
        for (PaperLine line : lines) {
            paper(earlier, line)
                    .filter(paper -> !paper.source().equals(values.get(line.field() + REUSED)))
                    .ifPresent(paper -> offers.add(new Offer(
                            line.field(),
                            page.text("returning.paper"),
                            paper.name(),
                            page.text("returning.source", paper.source(), Formats.date(paper.on()))
                                    + paper.validTo()
                                            .map(day -> " · " + page.text("returning.valid-to", Formats.date(day)))
                                            .orElse(""))));
        }
        earlier.results().stream()
                .filter(result ->
                        lines.stream().noneMatch(line -> result.source().equals(reusedResult(values, line))))
                .forEach(result -> offers.add(new Offer(
                        OF_DOSSIER + result.source(),
                        page.text("returning.result"),
                        page.text("returning.result.name", result.summary(), result.number()),
                        page.text("returning.source", result.source(), Formats.date(result.on())))));
        boolean forAll = !used(values, lines, earlier, ALL).equals(values);
        return new OffersView(number, !earlier.isEmpty(), forAll, offers);
    }

    private static String shown(Page page, Earlier.Value value) {
        return value.field().equals("kind") ? page.text("dossier.kind." + value.value()) : value.value();
    }

    private static Optional<Earlier.Paper> paper(Earlier earlier, PaperLine line) {
        return line.listed() ? earlier.paper(line.name()) : Optional.empty();
    }

    /** The values of the form with what was chosen of the offers. */
    static Map<String, String> used(Map<String, String> values, List<PaperLine> lines, Earlier earlier, String use) {
        Map<String, String> filled = new LinkedHashMap<>(values);
        for (Earlier.Value value : earlier.values()) {
            if (use.equals(ALL) || use.equals(value.field())) {
                filled.put(value.field(), value.value());
            }
        }
        for (PaperLine line : lines) {
            if (use.equals(ALL) || use.equals(line.field())) {
                paper(earlier, line).ifPresent(paper -> {
                    filled.put(line.field(), "1");
                    filled.put(line.field() + REUSED, paper.source());
                    noneOnPaper(filled, line);
                });
            }
        }
        earlier.results().stream()
                .filter(result -> use.equals(ALL) || use.equals(OF_DOSSIER + result.source()))
                .forEach(result -> takeOver(filled, lines, earlier, result, use));
        return filled;
    }

    /** Into the line of the paper that the result is, or as another paper; all together only into what is asked for. */
    private static void takeOver(
            Map<String, String> filled, List<PaperLine> lines, Earlier earlier, Earlier.Result result, String use) {
        Optional<PaperLine> asked = lines.stream()
                .filter(PaperLine::listed)
                .filter(line ->
                        earlier.result(line.name()).filter(result::equals).isPresent())
                .filter(line -> reused(filled, line).isEmpty())
                .findFirst();
        Optional<PaperLine> other = use.equals(ALL)
                ? Optional.empty()
                : lines.stream()
                        .filter(line -> !line.listed()
                                && filled.getOrDefault(line.field() + "-name", "")
                                        .isEmpty())
                        .findFirst();
        asked.or(() -> other).ifPresent(line -> {
            filled.put(line.field(), "1");
            filled.put(line.field() + RESULT, result.source());
            if (!line.listed()) {
                filled.put(
                        line.field() + "-name",
                        Words.official().get("returning.result.name", result.summary(), result.number()));
            }
            noneOnPaper(filled, line);
        });
    }

    private static void noneOnPaper(Map<String, String> filled, PaperLine line) {
        List.of("-originals", "-certified", "-copies").forEach(count -> filled.put(line.field() + count, "0"));
    }

    /** Code of the dossier whose result a line re-uses; empty when it does not. */
    static String reusedResult(Map<String, String> values, PaperLine line) {
        return values.getOrDefault(line.field() + RESULT, "");
    }

    /** Name of the dossier whose paper a line re-uses; empty when it does not. */
    static String reused(Map<String, String> values, PaperLine line) {
        return values.getOrDefault(line.field() + REUSED, "");
    }
}
