package vn.kientao.platform.web.reply;

import java.util.List;
import vn.kientao.platform.web.visit.Visit;

/** What stands in the menus of a page. */
public interface Menus {

    /**
     * The navigation: what this reader may open where this page stands. Of a long one, what is not of the module of this page
     * is folded up by module.
     */
    List<LayoutModel.MenuGroup> navigation(Visit visit);

    /** Other places of a signed-in reader: agencies with a post, administration. */
    List<LayoutModel.MenuItem> places(Visit visit);
}
