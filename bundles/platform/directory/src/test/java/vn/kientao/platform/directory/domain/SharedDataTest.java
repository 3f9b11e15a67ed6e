package vn.kientao.platform.directory.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.text.TextBundle;

/** Reads the files that the facts were taken from, where they are at hand; skipped elsewhere. */
class SharedDataTest {
    private static final TextBundle TEXTS = TextBundle.of(AgencyTable.class);

    @Test
    void readsTheAgenciesAsTheyWereCollected() throws IOException {
        AgencyTable.Result result = new AgencyTable(Set.of(), TEXTS).read(csv("agencies.csv"));

        assertThat(result.problems()).isEmpty();
        assertThat(result.agencies()).hasSize(58);
        assertThat(result.agencies()).filteredOn(agency -> !agency.toCertain()).hasSize(11);
        assertThat(result.agencies())
                .filteredOn(agency -> !agency.successorNote().isEmpty())
                .hasSize(10);
    }

    @Test
    void readsTheHolidaysAsTheyWereCollected() throws IOException {
        CalendarTable.Result result = new CalendarTable(TEXTS).read(csv("holidays.csv"));

        assertThat(result.problems()).isEmpty();
        assertThat(result.days()).hasSize(76);
        LegalCalendar calendar = LegalCalendar.of(result.days());
        for (int year = 2022; year <= 2026; year++) {
            assertThat(calendar.complete(year)).as("year %s", year).isTrue();
        }
        assertThat(calendar.complete(2027)).isFalse();
    }

    private static CsvTable csv(String name) throws IOException {
        Path file = data().resolve(name);
        assumeThat(file).as("the collected facts are not at hand").exists();
        return CsvTable.parse(CsvTable.decode(Files.readAllBytes(file)));
    }

    /** A folder {@code shared/data} beside the checkout, or beside the folder that it stands in. */
    private static Path data() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path data = at.resolve("shared/data");
            if (Files.isDirectory(data)) {
                return data;
            }
        }
        return Path.of("shared/data");
    }
}
