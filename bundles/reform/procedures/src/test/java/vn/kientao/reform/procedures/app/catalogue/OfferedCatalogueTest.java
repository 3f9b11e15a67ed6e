package vn.kientao.reform.procedures.app.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.procedure.CatalogueProcedure;
import vn.kientao.platform.api.procedure.ProcedureQuery;
import vn.kientao.platform.api.search.SearchFindings;
import vn.kientao.platform.api.search.SearchWords;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.app.importing.ImportFixture;

@OnEachDatabase("procedures")
class OfferedCatalogueTest {
    private static final String CODE = "1.000001";

    private final Database database;
    private final ImportFixture fixture;
    private final OfferedCatalogue offered;

    OfferedCatalogueTest(Database database) {
        this.database = database;
        fixture = new ImportFixture(database);
        offered = new OfferedCatalogue(fixture.catalogue);
    }

    @Test
    void findsByCodeTheVersionInForceNowAndOnADay() {
        fixture.given(ImportFixture.record(CODE));
        CatalogueProcedure first = offered.find(CODE).orElseThrow();
        database.write(handle -> handle.execute(
                "UPDATE procedures.procedure_version SET valid_from = ? WHERE code = ?",
                LocalDate.of(2026, 3, 1),
                CODE));
        fixture.given(ImportFixture.record(CODE, "ten_thu_tuc", "Tên mới"));

        assertThat(offered.find(CODE)).hasValueSatisfying(now -> {
            assertThat(now.version()).isEqualTo(2);
            assertThat(now.name()).isEqualTo("Tên mới");
            assertThat(now.address()).isEqualTo("/procedures/catalogue/" + CODE);
        });
        assertThat(offered.find(CODE, LocalDate.of(2026, 3, 1))).hasValueSatisfying(then -> {
            assertThat(then.version()).isEqualTo(1);
            assertThat(then.name()).isEqualTo(first.name());
        });
        assertThat(offered.find(CODE, LocalDate.of(2026, 2, 28))).isEmpty();
        assertThat(offered.find(CODE, offered.find(CODE).orElseThrow().validFrom()))
                .map(CatalogueProcedure::version)
                .contains(2);
        database.write(handle -> handle.execute(
                "UPDATE procedures.procedure SET abolished_on = ? WHERE code = ?", LocalDate.of(2026, 3, 5), CODE));
        fixture.catalogue.refresh();
        assertThat(offered.find(CODE, LocalDate.of(2026, 3, 4))).isPresent();
        assertThat(offered.find(CODE, LocalDate.of(2026, 3, 5))).isEmpty();
        assertThat(offered.find("9.999999")).isEmpty();
    }

    @Test
    void searchesByTextAgencyAndFieldAndLeavesInternalOnesOutUnlessAskedFor() {
        fixture.given(ImportFixture.record(CODE), ImportFixture.record("1.000002", "linh_vuc", "Thú y"));
        CatalogueProcedure one = offered.find(CODE).orElseThrow();

        assertThat(offered.search(ProcedureQuery.of("huou sao", 5))).hasSize(2);
        assertThat(offered.search(
                        new ProcedureQuery("", Optional.of(one.agencies().get(0)), Optional.of("Thú y"), false, 0, 5)))
                .extracting(CatalogueProcedure::code)
                .containsExactly("1.000002");
        assertThat(offered.search(new ProcedureQuery("", Optional.of("Không có"), Optional.empty(), true, 0, 5)))
                .isEmpty();
        assertThat(offered.search(new ProcedureQuery("huou sao", Optional.empty(), Optional.empty(), false, 1, 5)))
                .hasSize(1);
    }

    @Test
    void letsPeopleFindProceduresFromTheSearchPage() {
        fixture.given(IntStream.range(0, 3)
                .mapToObj(number -> ImportFixture.record("1.00000" + number))
                .toArray(String[]::new));
        ProcedureSearch search = new ProcedureSearch(fixture.catalogue);

        SearchFindings first =
                search.search(Actor.anonymous(), "STP2", new SearchWords("hươu sao", Optional.empty(), 2));

        assertThat(first.findings())
                .hasSize(2)
                .first()
                .satisfies(
                        found -> assertThat(found.address()).isEqualTo("/STP2/procedures/catalogue/" + found.code()));
        assertThat(search.search(Actor.anonymous(), "STP2", new SearchWords("hươu sao", first.next(), 2)))
                .satisfies(last -> {
                    assertThat(last.findings()).hasSize(1);
                    assertThat(last.next()).isEmpty();
                });
    }
}
