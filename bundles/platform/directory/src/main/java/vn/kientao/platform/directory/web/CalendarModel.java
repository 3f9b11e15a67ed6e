package vn.kientao.platform.directory.web;

import java.util.List;
import vn.kientao.platform.api.web.Page;

/**
 * The exceptional days of a year.
 *
 * @param complete whether the eleven holidays of the law are there
 * @param officeHours such as {@code 07:00-11:30,13:30-17:00}
 */
public record CalendarModel(
        Page page, int year, boolean complete, String officeHours, List<Row> days, List<Month> months) {

    /** One exceptional day. */
    public record Row(String iso, String date, String weekday, String kind, String tag, String name, String basis) {}

    /** One month as a sheet of weeks. */
    public record Month(String name, List<String> weekdays, List<List<Cell>> weeks) {}

    /**
     * One field of a month's sheet; without a number it is outside the month.
     *
     * @param tag the style of an exceptional day; empty on an ordinary one
     * @param off whether nobody works
     * @param words what the day is, for the screen reader; empty on an ordinary working day
     */
    public record Cell(String number, String iso, String tag, boolean off, String words) {}
}
