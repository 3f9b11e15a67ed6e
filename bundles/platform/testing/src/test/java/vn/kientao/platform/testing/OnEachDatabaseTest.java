package vn.kientao.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Database.Dialect;

@OnEachDatabase
class OnEachDatabaseTest {
    private static final List<Dialect> SEEN = new ArrayList<>();

    private final Database database;

    OnEachDatabaseTest(Database database) {
        this.database = database;
    }

    @Test
    void runsOnOneAndThenOnTheOther() {
        SEEN.add(database.dialect());
        assertThat(SEEN).doesNotHaveDuplicates();
    }

    @AfterAll
    static void oneOfEach() {
        assertThat(SEEN).isNotEmpty();
    }
}
