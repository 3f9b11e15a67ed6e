package vn.kientao.platform.web.reply;

import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.Reply.Crumb;

/**
 * Everything around the content of a page.
 *
 * @param staff whether it is a page for staff; pages for citizens have larger letters and targets
 * @param shell names layout and assets, see {@code X-Kientao-Shell}
 * @param assets address of the assets folder
 * @param brand the agency's name, or the product's
 * @param home where the brand leads
 * @param otherLanguage the present page in the other language
 * @param account who is signed in
 * @param banners what rooms of the platform say on top of every page
 * @param crumbs the way back with the home page first; empty on home pages
 * @param served release that made the page
 */
public record LayoutModel(
        Texts texts,
        String title,
        boolean staff,
        String shell,
        String assets,
        String csrfToken,
        Brand brand,
        String home,
        String otherLanguage,
        Optional<Account> account,
        String signIn,
        List<String> banners,
        List<MenuGroup> menu,
        List<Crumb> crumbs,
        Optional<String> flash,
        Optional<String> served,
        String requestId) {

    public LayoutModel {
        banners = List.copyOf(banners);
        menu = List.copyOf(menu);
        crumbs = List.copyOf(crumbs);
    }

    /** The two lines at the top of a page. */
    public record Brand(String name, String line) {}

    /** Who is signed in, where they may go, and how many notices they have not read. */
    public record Account(String name, List<MenuItem> links, int unread) {
        public Account {
            links = List.copyOf(links);
        }
    }

    /** @param icon name in the icon sheet; may be empty */
    public record MenuItem(String text, String link, String icon, boolean current) {}

    /**
     * Entries that belong together.
     *
     * @param title of the module; empty for entries that stand in the line by themselves
     */
    public record MenuGroup(String title, List<MenuItem> items) {
        public MenuGroup {
            items = List.copyOf(items);
        }
    }

    public String language() {
        return texts.locale().getLanguage();
    }

    public String text(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    public String icon(String name) {
        return assets + "/vendor/bootstrap-icons/icons.svg#" + name;
    }
}
