package vn.kientao.platform.testing;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import vn.kientao.platform.api.data.Database.Dialect;

/**
 * Makes one run of the class for each engine. Tests of pages need one only where {@code kientao.test.pages} says {@code h2}:
 * what they ask of the database is asked by the tests of what lies beneath them, too.
 */
final class EachDatabase implements ClassTemplateInvocationContextProvider {

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(ExtensionContext context) {
        OnEachDatabase annotation = context.getRequiredTestClass().getAnnotation(OnEachDatabase.class);
        return engines(context.getRequiredTestClass()).map(dialect -> new Run(dialect, annotation.value()));
    }

    private static Stream<Dialect> engines(Class<?> test) {
        boolean one = test.getPackageName().matches(".*\\.web(\\..*)?")
                && System.getProperty("kientao.test.pages", "").equals("h2");
        return one ? Stream.of(Dialect.H2) : Stream.of(Dialect.values());
    }

    private static final class Run implements ClassTemplateInvocationContext {
        private final Dialect dialect;
        private final TestDatabase database;

        Run(Dialect dialect, String[] schemas) {
            this.dialect = dialect;
            TestDatabase made = TestDatabase.of(dialect);
            for (String schema : schemas) {
                made = made.with(schema);
            }
            this.database = made;
        }

        @Override
        public String getDisplayName(int invocationIndex) {
            return dialect.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(database);
        }
    }
}
