package vn.kientao.platform.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test class twice, on H2 and on PostgreSQL, each test method on a fresh database. Tests of pages run on H2 alone in a
 * default build, and on both with {@code -Pendurance}.
 *
 * <pre>
 * &#64;OnEachDatabase("procedures")
 * class ProcedureRepositoryTest {
 *     private final ProcedureRepository procedures;
 *
 *     ProcedureRepositoryTest(Database database) {
 *         procedures = new ProcedureRepository(database);
 *     }
 * }
 * </pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(EachDatabase.class)
public @interface OnEachDatabase {

    /** The schemas to migrate, each from {@code src/main/resources/db/expand} of the module under test. */
    String[] value() default {};
}
