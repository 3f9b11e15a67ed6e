package vn.kientao.reform.procedures.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.privacy.PersonalDataSource;
import vn.kientao.platform.testing.ClassedColumns;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.TestDatabase;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.privacy.DossierNotes;

/** Every column with words is either one of the fields that people are told of, or not about people for a reason. */
class PersonalColumnsTest {
    @RegisterExtension
    final TestDatabase store = TestDatabase.h2("procedures");

    private ProcedureTables tables;
    private ClassedColumns columns;

    @BeforeEach
    void migrate() {
        tables = ProcedureTables.of(store.migrations(), FolderScripts.ofModule());
        columns = ClassedColumns.of(
                store.database(), List.of(ProcedureTables.SCHEMA), PersonalColumnsTest.class, "columns.csv");
    }

    @Test
    void everyColumnWithWordsIsClassed() {
        assertThat(columns.faults()).isEmpty();
    }

    @Test
    void everyFieldThatPeopleAreToldOfIsAColumnAndTheOtherWayRound() {
        Set<String> told = new TreeSet<>();
        for (PersonalDataSource source : List.of(
                new DossierPersonalData(store.database(), tables),
                new PetitionPersonalData(store.database(), tables),
                new RatingPersonalData(store.database(), tables),
                new SubscriptionPersonalData(store.database(), tables))) {
            source.fields().forEach(field -> told.add(source.name() + "/" + field.name()));
        }
        told.add(new PrefillPersonalData().name() + "/*");
        told.add(ImportPersonalData.NAME + "/*");

        assertThat(classed("field ")).isEqualTo(told);
    }

    @Test
    void whatIsClearedWithADossierIsWhatTheListSays() {
        Set<String> listed = columns.personal().entrySet().stream()
                .filter(column -> column.getValue().equals("cleared"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        listed.addAll(List.of("dossier_event.note", "dossier_duty.payer", "rating.remark"));
        assertThat(DossierNotes.COLUMNS).containsExactlyInAnyOrderElementsOf(listed);
    }

    private Set<String> classed(String kind) {
        return columns.personal().values().stream()
                .filter(word -> word.startsWith(kind))
                .map(word -> word.substring(kind.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
