package vn.kientao.reform.procedures.app.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.AGENCY;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.RECEIVED;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.search.SearchFindings;
import vn.kientao.platform.api.search.SearchFindings.Finding;
import vn.kientao.platform.api.search.SearchWords;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.domain.dossier.Dossier;

@OnEachDatabase("procedures")
class DossierSearchTest {
    private final DeskFixture fixture;
    private final DossierSearch search;

    DossierSearchTest(Database database, Migrations migrations) {
        fixture = new DeskFixture(database, migrations);
        Clock clock = Clock.fixed(RECEIVED.plusDays(1).atZone(Formats.ZONE).toInstant(), Formats.ZONE);
        search = new DossierSearch(fixture.dossiers, clock);
    }

    @Test
    void findsTheDossierOfACodeAndNoOther() {
        Dossier one = fixture.receive(RECEIVED);
        fixture.receive(RECEIVED);

        assertThat(find(one.code().toString(), Optional.empty(), 5).findings())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.code()).isEqualTo(one.code().toString());
                    assertThat(found.address()).isEqualTo("/" + AGENCY + "/procedures/dossiers/" + one.code());
                    assertThat(found.note().vi()).startsWith("Được tiếp nhận, hẹn trả ");
                });
        assertThat(search.search(Actor.anonymous(), "PAX", words(one.code().toString(), Optional.empty(), 5))
                        .findings())
                .isEmpty();
    }

    @Test
    void pagesFromRunningDossiersToEndedOnesWithoutNamesOfPeople() {
        for (int i = 0; i < 5; i++) {
            Dossier dossier = fixture.receive(RECEIVED);
            if (i % 2 == 0) {
                fixture.finished(dossier, RECEIVED.plusHours(i));
            }
        }
        List<Finding> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            SearchFindings page = find("nguyen thi an", after, 2);
            seen.addAll(page.findings());
            after = page.next();
        } while (after.isPresent());

        assertThat(seen).hasSize(5).extracting(Finding::code).doesNotHaveDuplicates();
        assertThat(seen.get(0).note().en()).startsWith("Received, due ");
        assertThat(seen.get(4).note().en()).doesNotStartWith("Received");
        assertThat(seen.toString()).doesNotContain("Nguyễn Thị An");
    }

    private SearchFindings find(String text, Optional<String> after, int most) {
        return search.search(Actor.anonymous(), AGENCY, words(text, after, most));
    }

    private static SearchWords words(String text, Optional<String> after, int most) {
        return new SearchWords(text, after, most);
    }
}
