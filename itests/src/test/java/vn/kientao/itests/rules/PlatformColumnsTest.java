package vn.kientao.itests.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.itests.product.ProductFiles;
import vn.kientao.platform.testing.ClassedColumns;
import vn.kientao.platform.testing.TestDatabase;

/** Every column with words in which the platform keeps something of citizens is classed, or is not about people for a reason. */
class PlatformColumnsTest {
    private static final List<String> SCHEMAS = List.of("privacy", "web", "jobs");

    @RegisterExtension
    final TestDatabase store = migrated();

    private static TestDatabase migrated() {
        TestDatabase store = TestDatabase.h2(SCHEMAS.get(0), resources(SCHEMAS.get(0)));
        for (String schema : SCHEMAS.subList(1, SCHEMAS.size())) {
            store = store.with(schema, resources(schema));
        }
        return store;
    }

    private static Path resources(String schema) {
        return ProductFiles.root().resolve("bundles/platform").resolve(schema).resolve("src/main/resources");
    }

    @Test
    void everyColumnWithWordsIsClassed() {
        ClassedColumns columns =
                ClassedColumns.of(store.database(), SCHEMAS, PlatformColumnsTest.class, "platform-columns.csv");
        assertThat(columns.faults()).isEmpty();
        assertThat(columns.personal()).containsEntry("request.person_name", "rule privacy.requests");
    }
}
