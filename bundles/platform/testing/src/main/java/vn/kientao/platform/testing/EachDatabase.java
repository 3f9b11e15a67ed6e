package vn.kientao.platform.testing;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import vn.kientao.platform.api.data.Database.Dialect;

/** Makes one run of the class for each engine. */
final class EachDatabase implements ClassTemplateInvocationContextProvider {

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(ExtensionContext context) {
        OnEachDatabase annotation = context.getRequiredTestClass().getAnnotation(OnEachDatabase.class);
        return Stream.of(Dialect.values()).map(dialect -> new Run(dialect, annotation.value()));
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
