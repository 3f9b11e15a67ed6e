package vn.kientao.reform.procedures.web.publication;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.app.publication.Publications;
import vn.kientao.reform.procedures.app.publication.Publications.View;
import vn.kientao.reform.procedures.domain.publication.ListedPublication;
import vn.kientao.reform.procedures.domain.publication.Publication;
import vn.kientao.reform.procedures.domain.publication.PublicationRule;
import vn.kientao.reform.procedures.domain.publication.PublicationState;
import vn.kientao.reform.procedures.web.form.Inputs;

/** Publications by legal clock: what is due first on top. */
public final class PublicationListModel {
    static final int PAGE_SIZE = 25;

    private final Page page;
    private final View view;
    private final Optional<PublicationState> state;
    private final List<ListedPublication> rows;
    private final Map<View, Integer> counts;
    private final List<PublicationRule> rules;
    private final LocalDate today;

    PublicationListModel(
            Page page,
            View view,
            Optional<PublicationState> state,
            List<ListedPublication> rows,
            Map<View, Integer> counts,
            List<PublicationRule> rules,
            LocalDate today) {
        this.page = page;
        this.view = view;
        this.state = state;
        this.rows = List.copyOf(rows);
        this.counts = Map.copyOf(counts);
        this.rules = rules.stream().filter(rule -> rule.validOn(today)).toList();
        this.today = today;
    }

    /** A count that leads to its list. */
    public record Tile(String text, String count, String style, String link, boolean current) {}

    /** A publication in the list. */
    public record Row(
            String name, String link, String code, String kind, String state, String style, String duty, String due) {}

    /** A choice of the filter. */
    public record Choice(String value, String text, boolean chosen) {}

    public Page page() {
        return page;
    }

    public String text(String key, Object... arguments) {
        return page.text(key, arguments);
    }

    public boolean mayDraft() {
        return page.can(PublicationPermissions.DRAFT);
    }

    public List<Tile> tiles() {
        return Arrays.stream(View.values())
                .map(one -> new Tile(
                        text("publication.view." + Inputs.word(one)),
                        count(counts.getOrDefault(one, 0)),
                        style(one),
                        page.link("/publications?view=" + Inputs.word(one)),
                        state.isEmpty() && one == view))
                .toList();
    }

    private static String count(int number) {
        return number >= Publications.MOST_COUNTED ? Formats.number(number) + "+" : String.valueOf(number);
    }

    private static String style(View view) {
        return switch (view) {
            case OVERDUE -> " kt-tile-late";
            case SOON -> " kt-tile-need";
            case OPEN -> " kt-tile-progress";
            case DONE -> " kt-tile-done";
        };
    }

    public List<Choice> states() {
        return Arrays.stream(PublicationState.values())
                .map(one -> new Choice(
                        Inputs.word(one),
                        text("publication.state." + Inputs.word(one)),
                        state.filter(one::equals).isPresent()))
                .toList();
    }

    public List<Row> rows() {
        return rows.stream().limit(PAGE_SIZE).map(row -> row(row.publication())).toList();
    }

    /** The next page. */
    public Optional<String> next() {
        return rows.size() <= PAGE_SIZE
                ? Optional.empty()
                : Optional.of(page.with(
                        "after", String.valueOf(rows.get(PAGE_SIZE - 1).key())));
    }

    /** The time limits of the law that are in force, each with where it stands. */
    public List<String> rules() {
        return rules.stream()
                .map(rule -> text(
                        "publication.rule." + rule.duty().name().toLowerCase(Locale.ROOT) + "."
                                + Inputs.word(rule.from()),
                        text("publication.way." + Inputs.word(rule.way())),
                        text(
                                rule.workingDays() ? "publication.working-days" : "publication.days",
                                String.valueOf(rule.amount())),
                        rule.legalBasis()))
                .toList();
    }

    private Row row(Publication publication) {
        return new Row(
                publication.name(),
                page.link("/publications/" + publication.id()),
                publication.code().value(),
                text("publication.kind." + Inputs.word(publication.kind())),
                text("publication.state." + Inputs.word(publication.state())),
                PublicationWords.style(publication.state()),
                text("publication.duty." + Inputs.word(publication.duty())),
                PublicationWords.due(page, publication, today));
    }
}
