package vn.kientao.reform.procedures.web.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.table.FileLinks;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.app.catalogue.Facets;
import vn.kientao.reform.procedures.app.catalogue.SearchQuery;
import vn.kientao.reform.procedures.app.catalogue.SearchResult;
import vn.kientao.reform.procedures.domain.GapKind;
import vn.kientao.reform.procedures.domain.Level;
import vn.kientao.reform.procedures.domain.catalogue.CatalogueEntry;
import vn.kientao.reform.procedures.domain.variant.Audience;

/** A page of procedures found, with what the search can be narrowed by. */
public final class CatalogueListModel {
    /** How many procedures a page shows. */
    static final int PAGE_SIZE = 20;

    /** A list of choices longer than this helps nobody, and weighs. */
    private static final int MOST_CHOICES = 120;

    private final Page page;
    private final SearchQuery query;
    private final SearchResult result;
    private final String base;
    private final CatalogueWords words;
    private final List<Chip> chips;

    /** @param base the path of the list in this module */
    CatalogueListModel(Page page, SearchQuery query, SearchResult result, String base) {
        this.page = page;
        this.query = query;
        this.result = result;
        this.base = base;
        this.words = new CatalogueWords(page.texts());
        this.chips = List.copyOf(chips(query));
    }

    /** A procedure in the list. */
    public record Row(
            String code, String name, String link, String field, String levels, String limit, String fee, int gaps) {}

    /** A filter that is set; {@code without} is the address without it. */
    public record Chip(String text, String without) {}

    /** A choice of a filter. */
    public record Choice(String value, String text, boolean chosen) {}

    public Page page() {
        return page;
    }

    public String text(String key, Object... arguments) {
        return page.text(key, arguments);
    }

    public String icon(String name) {
        return page.asset("vendor/bootstrap-icons/icons.svg") + "#" + name;
    }

    public String typed() {
        return query.words();
    }

    public String action() {
        return page.link(base);
    }

    public boolean narrowed() {
        return query.narrowed();
    }

    public boolean online() {
        return query.online();
    }

    public boolean isEmpty() {
        return result.hits().isEmpty();
    }

    /** {@code 24 thủ tục cho “đất đai”}. */
    public String count() {
        String number = CatalogueWords.number(result.total());
        String one = result.total() == 1 ? "-one" : "";
        return typed().isEmpty()
                ? text("catalogue.count" + one, number)
                : text("catalogue.count-for" + one, number, typed());
    }

    public String onlineText() {
        return text(
                "catalogue.filter.online", CatalogueWords.number(result.facets().online()));
    }

    public List<Row> rows() {
        return result.hits().stream().map(this::row).toList();
    }

    public List<Chip> chips() {
        return chips;
    }

    private List<Chip> chips(SearchQuery query) {
        List<Chip> chips = new ArrayList<>();
        query.field().ifPresent(field -> chips.add(chip("field", field)));
        query.level().ifPresent(level -> chips.add(chip("level", words.name("level", level))));
        query.agency().ifPresent(agency -> chips.add(chip("agency", agency)));
        query.gap().ifPresent(gap -> chips.add(chip("gap", text(gap.key()))));
        query.audience()
                .filter(audience -> base.equals(CataloguePages.STAFF_LIST))
                .ifPresent(audience -> chips.add(chip("audience", words.name("audience", audience))));
        if (query.online()) {
            chips.add(new Chip(text("catalogue.chip.online"), page.with("online", "")));
        }
        return chips;
    }

    /** The search without any filter. */
    public String withoutFilters() {
        return typed().isEmpty() ? action() : action() + "?q=" + QueryText.encode(typed());
    }

    public List<Choice> fields() {
        return choices(result.facets().fields(), query.field());
    }

    public List<Choice> agencies() {
        return choices(result.facets().agencies(), query.agency());
    }

    public List<Choice> levels() {
        List<Choice> choices = new ArrayList<>();
        for (Facets.Value value : result.facets().levels()) {
            choices.add(constant("level", Level.valueOf(value.name()), value.count(), query.level()));
        }
        if (choices.stream().noneMatch(Choice::chosen)) {
            query.level().ifPresent(level -> choices.add(constant("level", level, 0, query.level())));
        }
        return choices;
    }

    public List<Choice> gaps() {
        return result.facets().gaps().stream()
                .map(value -> {
                    GapKind kind = GapKind.valueOf(value.name());
                    String label = counted(text(kind.key()), value.count());
                    return new Choice(
                            CatalogueSearchForm.word(kind),
                            label,
                            query.gap().filter(kind::equals).isPresent());
                })
                .toList();
    }

    /** Who a procedure is for; of staff's list only. */
    public List<Choice> audiences() {
        return Arrays.stream(Audience.values())
                .map(audience -> new Choice(
                        CatalogueSearchForm.word(audience),
                        words.name("audience", audience),
                        query.audience().filter(audience::equals).isPresent()))
                .toList();
    }

    public FileLinks files() {
        return new FileLinks(page, base);
    }

    public FileLinks annex() {
        return new FileLinks(page, "/catalogue-annex");
    }

    public String place() {
        return text(
                "catalogue.place",
                CatalogueWords.number(result.first() + 1L),
                CatalogueWords.number(result.first() + (long) result.hits().size()),
                CatalogueWords.number(result.total()));
    }

    public Optional<String> previous() {
        int number = result.first() / PAGE_SIZE;
        return number < 1
                ? Optional.empty()
                : Optional.of(page.with("page", number == 1 ? "" : String.valueOf(number)));
    }

    public Optional<String> next() {
        boolean more = result.first() + result.hits().size() < result.total();
        return more ? Optional.of(page.with("page", String.valueOf(result.first() / PAGE_SIZE + 2))) : Optional.empty();
    }

    private Row row(CatalogueEntry entry) {
        return new Row(
                entry.code(),
                entry.summary().name(),
                page.link((base.equals("/") ? "" : base) + "/" + entry.code()),
                entry.summary().field(),
                words.names("level", entry.summary().levels()),
                words.limit(entry.summary()),
                words.fee(entry.summary()),
                entry.gaps().size());
    }

    private Chip chip(String filter, String value) {
        return new Chip(text("catalogue.chip." + filter, value), page.with(filter, ""));
    }

    /** The most frequent ones when there are too many, and the one that is chosen in any case. */
    private static List<Choice> choices(List<Facets.Value> values, Optional<String> chosen) {
        int least = values.size() <= MOST_CHOICES
                ? 0
                : values.stream()
                        .map(Facets.Value::count)
                        .sorted((one, other) -> Integer.compare(other, one))
                        .skip(MOST_CHOICES)
                        .findFirst()
                        .orElse(0);
        List<Choice> choices = new ArrayList<>();
        for (Facets.Value value : values) {
            boolean isChosen = chosen.filter(value.name()::equals).isPresent();
            if (isChosen || value.count() > least) {
                choices.add(new Choice(value.name(), counted(value.name(), value.count()), isChosen));
            }
        }
        if (choices.stream().noneMatch(Choice::chosen)) {
            chosen.ifPresent(value -> choices.add(new Choice(value, counted(value, 0), true)));
        }
        return choices;
    }

    private <E extends Enum<E>> Choice constant(String kind, E constant, int count, Optional<E> chosen) {
        return new Choice(
                CatalogueSearchForm.word(constant),
                counted(words.name(kind, constant), count),
                chosen.filter(constant::equals).isPresent());
    }

    private static String counted(String name, int count) {
        return name + " (" + CatalogueWords.number(count) + ")";
    }
}
