package vn.kientao.reform.procedures.web.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.procedures.app.catalogue.SearchQuery;
import vn.kientao.reform.procedures.domain.GapKind;
import vn.kientao.reform.procedures.domain.Level;
import vn.kientao.reform.procedures.domain.variant.Audience;

/** Reads a search from the query of an address. A value that no list offers is passed over. */
final class CatalogueSearchForm {
    static final String[] PARAMETERS = {"q", "field", "level", "agency", "online", "page"};
    static final String[] STAFF_PARAMETERS = {"q", "field", "level", "gap", "audience", "page"};

    private static final int LONGEST_WORDS = 200;
    private static final int MOST_PAGES = 100_000;

    private CatalogueSearchForm() {}

    static SearchQuery query(Request request) {
        String words = request.query("q").orElse("");
        return new SearchQuery(
                words.substring(0, Math.min(words.length(), LONGEST_WORDS)),
                request.query("field"),
                request.query("level").flatMap(name -> constant(Level.values(), name)),
                request.query("agency"),
                request.query("online").isPresent(),
                request.query("gap").flatMap(name -> constant(GapKind.values(), name)),
                request.query("audience").flatMap(name -> constant(Audience.values(), name)));
    }

    /** The number of the page, from 1. */
    static int page(Request request) {
        String number = request.query("page").orElse("1");
        if (!number.matches("[0-9]{1,6}")) {
            return 1;
        }
        return Math.max(1, Math.min(MOST_PAGES, Integer.parseInt(number)));
    }

    /** The word that stands for a constant in an address. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] constants, String word) {
        return Arrays.stream(constants)
                .filter(constant -> word(constant).equals(word))
                .findFirst();
    }
}
