package vn.kientao.reform.steering.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Request;

/**
 * The filter of a list as it stands in an address: {@code scope=all} for the province, {@code after} for the next page. What is
 * not understood narrows nothing and is told of its parameter.
 */
public abstract class ListQuery {
    private static final TextBundle TEXTS = TextBundle.of(ListQuery.class);
    private static final int LONGEST = 200;

    private final Request request;
    private final Set<String> places;
    private final FormErrors errors = new FormErrors();
    private final Map<String, String> values = new LinkedHashMap<>();

    /**
     * @param names the parameters
     * @param places those of them that say where to look, and do not narrow the list
     */
    protected ListQuery(Request request, String[] names, Set<String> places) {
        this.request = request;
        this.places = Set.copyOf(places);
        for (String name : names) {
            request.query(name).ifPresent(value -> values.put(name, value));
        }
    }

    protected Request request() {
        return request;
    }

    /** Whether it is about the whole province, which the reader has to be allowed to see. */
    public boolean all() {
        return "all".equals(values.get("scope")) && request.page().can(SteeringPermissions.PROVINCE);
    }

    protected Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    protected boolean has(String name) {
        return values.containsKey(name);
    }

    /** A word of a list. */
    protected <E> Optional<E> word(String name, Function<String, Optional<E>> read) {
        Optional<String> given = value(name);
        Optional<E> found = given.flatMap(read);
        if (given.isPresent() && found.isEmpty()) {
            errors.add(name, TEXTS.text("report.error.filter", given.get()));
        }
        return found;
    }

    /** The name of one of these. */
    protected <E extends Enum<E>> Optional<E> word(String name, E[] all) {
        return word(
                name,
                given -> Arrays.stream(all)
                        .filter(one -> one.name().equals(given))
                        .findFirst());
    }

    /** A day as a program writes it, 2026-02-09. */
    protected Optional<LocalDate> day(String name) {
        Optional<String> given = value(name).filter(typed -> !typed.isEmpty());
        try {
            return given.map(LocalDate::parse);
        } catch (DateTimeException e) {
            errors.add(name, TEXTS.text("obstacle.error.day", given.orElse("")));
            return Optional.empty();
        }
    }

    /** The parameter {@code year}. */
    protected OptionalInt year() {
        String given = value("year").orElse("");
        if (given.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!given.matches("20\\d\\d")) {
            errors.add("year", TEXTS.text("report.error.year", given));
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(given));
    }

    /** What to search for, the parameter {@code q}, folded. */
    protected String words() {
        String typed = value("q").orElse("");
        if (typed.length() > LONGEST) {
            errors.add("q", TEXTS.text("form.error.length", "" + typed.length(), "0", "" + LONGEST));
            return "";
        }
        return Folding.fold(typed);
    }

    public FormErrors errors() {
        return errors;
    }

    public FormView form() {
        return new FormView(request.page(), values, errors);
    }

    /** Whether the list is narrowed beyond its place. */
    public boolean narrowed() {
        return values.keySet().stream().anyMatch(name -> !places.contains(name));
    }

    /** Below which id the page begins; a key that is none begins anew. */
    public long before() {
        return key(request).orElse(Long.MAX_VALUE);
    }

    /** The id behind which a page of an address begins; empty for the first page, and for a key that is none. */
    public static Optional<Long> key(Request request) {
        return request.query("after").filter(key -> key.matches("\\d{1,18}")).map(Long::valueOf);
    }
}
