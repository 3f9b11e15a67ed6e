package vn.kientao.platform.directory.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import vn.kientao.platform.api.text.TextBundle;

/** The calendar that travels in the bundle. */
final class ShippedCalendar {
    private ShippedCalendar() {}

    static LegalCalendar read() {
        CalendarTable.Result result =
                new CalendarTable(TextBundle.of(CalendarTable.class)).read(CsvTable.parse(file("demo/calendar.csv")));
        if (!result.problems().isEmpty()) {
            throw new IllegalStateException("demo/calendar.csv: " + result.problems());
        }
        return LegalCalendar.of(result.days());
    }

    static String file(String name) {
        try (InputStream in = ShippedCalendar.class.getClassLoader().getResourceAsStream(name)) {
            return CsvTable.decode(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
