package vn.kientao.platform.privacy.web;

import java.util.List;
import vn.kientao.platform.api.web.Page;

/**
 * What is on hold at an agency, and the form to put something on hold.
 *
 * @param types kinds of objects that retention rules touch
 * @param more address of the next page; empty when there is none
 */
public record HoldListModel(
        Page page, String base, FormView form, List<RequestFormModel.Choice> types, List<Row> rows, String more) {
    public HoldListModel {
        types = List.copyOf(types);
        rows = List.copyOf(rows);
    }

    /** One hold, in words; {@code lifted} is empty while it lasts. */
    public record Row(long id, String type, String object, String reason, String put, String by, String lifted) {}
}
