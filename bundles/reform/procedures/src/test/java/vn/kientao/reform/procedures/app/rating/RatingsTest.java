package vn.kientao.reform.procedures.app.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.AGENCY;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.RECEIVED;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.rating.Answers;
import vn.kientao.reform.procedures.domain.rating.Questionnaire;
import vn.kientao.reform.procedures.domain.rating.Rating;
import vn.kientao.reform.procedures.domain.rating.Satisfaction;
import vn.kientao.reform.procedures.store.ProcedureTables;

@OnEachDatabase("procedures")
class RatingsTest {
    private static final LocalDate DAY = RECEIVED.toLocalDate();

    private final DeskFixture fixture;
    private final Ratings ratings;
    private final Questionnaire asked;

    RatingsTest(Database database, Migrations migrations) {
        fixture = new DeskFixture(database, migrations);
        ratings = new Ratings(database, fixture.audit, ProcedureTables.of(migrations, FolderScripts.ofModule()));
        asked = ratings.asked(DAY);
    }

    @Test
    void asksTheNineContentsOfTheDecreeAndOneQuestionAboutTheWhole() {
        assertThat(asked.questions()).hasSize(10);
        assertThat(asked.questions().get(0).overall()).isTrue();
        assertThat(asked.contents()).allMatch(question -> question.legalBasis().contains("Điều 31"));
        assertThat(asked.levels()).extracting("number").containsExactly(5, 4, 3, 2, 1);
    }

    @Test
    void takesOneRatingOfADossierThatHasEnded() {
        Dossier dossier = fixture.receive(RECEIVED);
        assertThat(rate(dossier, answers(4))).isFalse();

        Dossier finished = fixture.finished(dossier, RECEIVED.plusHours(3));
        assertThat(rate(finished, answers(4))).isTrue();
        assertThat(rate(finished, answers(1))).isFalse();
        assertThat(ratings.of(finished).orElseThrow().answers().overall()).isEqualTo(4);
    }

    @Test
    void takesRatingsOfAPeriodTogether() {
        rate(ended(), answers(5, "attitude", 5));
        rate(ended(), answers(2, "attitude", 1));
        rate(ended(), answers(4));

        Satisfaction all = ratings.satisfaction(AGENCY, DAY, DAY);
        assertThat(all.ratings()).isEqualTo(3);
        assertThat(all.lines().get(0).share()).hasToString("66.7");
        assertThat(line(all, "attitude").answers()).isEqualTo(2);
        assertThat(line(all, "attitude").share()).hasToString("50.0");
        assertThat(ratings.satisfaction(AGENCY, DAY.minusDays(9), DAY.minusDays(1))
                        .ratings())
                .isZero();
        assertThat(ratings.satisfaction("OTHER", DAY, DAY).ratings()).isZero();
    }

    @Test
    void listsTheNewestFirstPageByPage() {
        for (int level = 1; level <= 5; level++) {
            rate(ended(), answers(level));
        }
        var first = ratings.page(AGENCY, DAY, DAY, Optional.empty(), Optional.empty(), 3);
        var second = ratings.page(
                AGENCY, DAY, DAY, Optional.empty(), Optional.of(first.get(2).newestKey()), 3);

        assertThat(first).extracting(rating -> rating.answers().overall()).containsExactly(5, 4, 3);
        assertThat(second).extracting(rating -> rating.answers().overall()).containsExactly(2, 1);
        assertThat(ratings.page(AGENCY, DAY, DAY, Optional.of(2), Optional.empty(), 3))
                .hasSize(1);
    }

    @Test
    void keepsWhoHidWordsAndWhy() {
        Dossier dossier = ended();
        rate(dossier, answers(1));
        Rating rating = ratings.of(dossier).orElseThrow();

        ratings.moderate(rating, true, "Nêu tên người khác", DeskFixture.doer(RECEIVED.plusDays(1), ""));

        Rating hidden = ratings.find(AGENCY, rating.id()).orElseThrow();
        assertThat(hidden.hidden()).isTrue();
        assertThat(hidden.moderations()).singleElement().satisfies(one -> {
            assertThat(one.reason()).isEqualTo("Nêu tên người khác");
            assertThat(one.who()).isEqualTo("Nguyễn Thị Lan");
        });
        assertThat(ratings.satisfaction(AGENCY, DAY, DAY).ratings()).isEqualTo(1);
        assertThatThrownBy(() -> ratings.moderate(rating, true, "Lần nữa", DeskFixture.doer(RECEIVED, "")))
                .isInstanceOf(StaleRecordException.class);
        assertThat(ratings.find("OTHER", rating.id())).isEmpty();
    }

    private Dossier ended() {
        return fixture.finished(fixture.receive(RECEIVED), RECEIVED.plusHours(3));
    }

    private boolean rate(Dossier dossier, Answers answers) {
        AuditEntry entry = new AuditEntry(
                "",
                Optional.empty(),
                "procedures",
                "procedures.rate",
                "dossier",
                dossier.code().toString(),
                "",
                "r");
        return ratings.rate(fixture.again(dossier), answers, RECEIVED.plusHours(4), entry);
    }

    private static Answers answers(int overall) {
        return new Answers(overall, Map.of(), "Nhanh");
    }

    private Answers answers(int overall, String content, int level) {
        long id = asked.questions().stream()
                .filter(question -> question.code().equals(content))
                .findFirst()
                .orElseThrow()
                .id();
        return new Answers(overall, Map.of(id, level), "");
    }

    private static Satisfaction.Line line(Satisfaction all, String code) {
        return all.lines().stream()
                .filter(line -> line.question().code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
