package vn.kientao.reform.steering.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.testing.ClassedColumns;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.TestDatabase;
import vn.kientao.reform.steering.app.discipline.BreachPersonalData;
import vn.kientao.reform.steering.store.SteeringTables;

/** Every column with words is about officers in their office, or not about people for a reason. */
class PersonalColumnsTest {
    @RegisterExtension
    final TestDatabase store = TestDatabase.h2("steering");

    @Test
    void everyColumnWithWordsIsClassed() {
        SteeringTables.of(store.migrations(), FolderScripts.ofModule());
        assertThat(ClassedColumns.of(
                                store.database(),
                                List.of(SteeringTables.SCHEMA),
                                PersonalColumnsTest.class,
                                "columns.csv")
                        .faults())
                .isEmpty();
    }

    @Test
    void everyFieldThatPeopleAreToldOfIsAColumnAndTheOtherWayRound() {
        SteeringTables tables = SteeringTables.of(store.migrations(), FolderScripts.ofModule());
        BreachPersonalData breaches = new BreachPersonalData(store.database(), tables);
        ClassedColumns columns = ClassedColumns.of(
                store.database(), List.of(SteeringTables.SCHEMA), PersonalColumnsTest.class, "columns.csv");

        assertThat(columns.personal().values())
                .filteredOn(word -> word.startsWith("field "))
                .containsExactlyInAnyOrderElementsOf(breaches.fields().stream()
                        .map(field -> "field " + breaches.name() + "/" + field.name())
                        .toList());
    }
}
