package vn.kientao.platform.web.home;

import java.util.List;
import vn.kientao.platform.api.card.Card;
import vn.kientao.platform.api.web.Page;

/**
 * A home page.
 *
 * @param agencies where the reader has a post
 * @param chooseAgency whether the reader may look at more agencies than those
 * @param searches modules that look something up for everybody
 * @param modules what is served here
 * @param cards what needs the reader now
 */
public record HomeModel(
        Page page,
        String title,
        List<Link> agencies,
        boolean chooseAgency,
        List<Search> searches,
        List<ModuleCard> modules,
        List<Card> cards) {

    public HomeModel {
        agencies = List.copyOf(agencies);
        searches = List.copyOf(searches);
        modules = List.copyOf(modules);
        cards = List.copyOf(cards);
    }

    public record Link(String text, String address, String icon) {}

    /** @param address where the words are sent to, as parameter {@code q} */
    public record Search(String id, String label, String address) {}

    /** A module with the pages that this reader may open. */
    public record ModuleCard(String name, String description, List<Link> links) {
        public ModuleCard {
            links = List.copyOf(links);
        }
    }

    public String text(String key, Object... arguments) {
        return page.text(key, arguments);
    }

    public String tile(Card card) {
        return switch (card.kind()) {
            case NEUTRAL -> "kt-tile";
            case NEED -> "kt-tile kt-tile-need";
            case LATE -> "kt-tile kt-tile-late";
            case DONE -> "kt-tile kt-tile-done";
        };
    }

    public String icon(String name) {
        return page.asset("vendor/bootstrap-icons/icons.svg#" + name);
    }
}
