package vn.kientao.platform.web.door;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.platform.web.door.FakeRelease.READ;
import static vn.kientao.platform.web.door.FakeRelease.WRITE;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.search.SearchFindings;
import vn.kientao.platform.api.search.SearchFindings.Finding;
import vn.kientao.platform.api.search.SearchSource;
import vn.kientao.platform.api.search.SearchWords;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.LocalText;

class SearchTest {
    @RegisterExtension
    final DoorUnderTest door = new DoorUnderTest();

    @BeforeEach
    void serve() {
        door.sessions.open("lan", "STP2", READ);
        door.extensions.bindExtensions(new SomeExtensions(List.of(
                new Numbered("trial.papers", "Văn bản", READ, 20, 7),
                new Numbered("trial.dossiers", "Hồ sơ", READ, 10, 3),
                new Numbered("trial.secrets", "Việc kín", WRITE, 30, 3),
                new Numbered("trial.none", "Việc trống", READ, 40, 0))));
    }

    @Test
    void groupsWhatModulesFindInTheirOrderAndOffersMoreOfAKind() {
        assertThat(door.send(door.as("lan", "/STP2/search?q=khai+sinh")).body())
                .containsSubsequence(
                        "<h2 id=\"trial.dossiers\">Hồ sơ</h2>",
                        "<a href=\"/STP2/trial/3\">khai sinh 3</a>",
                        "<h2 id=\"trial.papers\">Văn bản</h2>",
                        "<a href=\"/STP2/trial/5\">khai sinh 5</a>",
                        "href=\"/STP2/search?q=khai%20sinh&amp;in=trial.papers\"")
                .doesNotContain("khai sinh 6", "Việc trống");
    }

    @Test
    void asksNoSourceWhosePermissionTheReaderLacksInTheAgency() {
        assertThat(door.send(door.as("lan", "/STP2/search?q=khai+sinh")).body()).doesNotContain("Việc kín");
        assertThat(door.send(door.as("lan", "/STP2/search?q=a&in=trial.secrets"))
                        .body())
                .contains("Không tìm thấy “a”")
                .doesNotContain("Việc kín");
        assertThat(door.send(door.as("lan", "/PAX/search?q=khai+sinh")).body()).doesNotContain("Hồ sơ</h2>");
    }

    @Test
    void pagesThroughOneKind() {
        String page = door.send(door.as("lan", "/STP2/search?q=a&in=trial.papers&after=5"))
                .body();

        assertThat(page)
                .contains(">a 6</a>", ">a 7</a>", "Tìm trong tất cả")
                .doesNotContain(">a 5</a>", "rel=\"next\"", "Hồ sơ</h2>");
    }

    @Test
    void speaksTheReadersLanguage() {
        assertThat(door.send(door.as("lan", "/STP2/search?q=a&in=trial.none&lang=en"))
                        .body())
                .contains("Nothing found for “a”");
    }

    @Test
    void startsFromTheHomePageOfTheAgency() {
        assertThat(door.send(door.as("lan", "/STP2")).body())
                .contains("action=\"/STP2/search\"", "data-search", "href=\"/STP2/search\"");
        assertThat(door.send(door.as("lan", "/STP2/search")).body()).doesNotContain("Không tìm thấy");
        assertThat(door.get("/STP2/search?q=a").statusCode()).isEqualTo(303);
    }

    /** Finds the words with a number behind them, so many times. */
    private record Numbered(String name, String heading, Permission permission, int order, int total)
            implements SearchSource {
        @Override
        public LocalText title() {
            return LocalText.same(heading);
        }

        @Override
        public SearchFindings search(Actor reader, String agency, SearchWords words) {
            int first = words.after().map(Integer::parseInt).orElse(0);
            int last = Math.min(total, first + words.most());
            return new SearchFindings(
                    IntStream.rangeClosed(first + 1, last)
                            .mapToObj(number -> new Finding(
                                    "",
                                    words.text() + " " + number,
                                    LocalText.same("n"),
                                    "/" + agency + "/trial/" + number))
                            .toList(),
                    last < total ? Optional.of("" + last) : Optional.empty());
        }
    }
}
