package vn.kientao.platform.web.reply;

import java.util.List;
import vn.kientao.platform.web.visit.Visit;

/** What stands in the menus of a page. */
public interface Menus {

    /** The navigation: what this reader may open where this page stands. */
    List<LayoutModel.MenuItem> navigation(Visit visit);

    /** Other places of a signed-in reader: agencies with a post, administration. */
    List<LayoutModel.MenuItem> places(Visit visit);
}
