package vn.kientao.platform.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.DatabaseException;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.Modules;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.Handler;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.api.web.UploadKind;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.TestDatabase;

class HealthPagesTest {
    @RegisterExtension
    final TestDatabase store = TestDatabase.of(Database.Dialect.H2);

    private final List<ModuleId> missing = new ArrayList<>();

    /** Knows only what is missing. */
    private final Modules modules = (Modules) Proxy.newProxyInstance(
            HealthPagesTest.class.getClassLoader(), new Class<?>[] {Modules.class}, (proxy, called, arguments) -> {
                if (called.getName().equals("missing")) {
                    return missing;
                }
                throw new UnsupportedOperationException(called.toString());
            });

    private static Reply.Json ask(HealthPages pages, String path) {
        Map<String, Handler> handlers = new HashMap<>();
        Routes routes = new CollectedRoutes(handlers);
        pages.routes(routes);
        return (Reply.Json) handlers.get(path).handle(FakeRequest.get("health", path));
    }

    @Test
    void isReadyWhenNothingIsMissing() {
        HealthPages pages = new HealthPages(store.database());
        pages.bindModules(modules);

        assertThat(ask(pages, "/health/ready").status()).isEqualTo(200);
        assertThat(ask(pages, "/health/live").status()).isEqualTo(200);
    }

    @Test
    void waitsForTheKernelAndNamesTheModulesThatAreMissing() {
        HealthPages pages = new HealthPages(store.database());
        assertThat(ask(pages, "/health/ready").value()).hasToString("Readiness[status=waiting, missing=[kernel]]");

        pages.bindModules(modules);
        missing.add(new ModuleId("procedures"));
        Reply.Json answer = ask(pages, "/health/ready");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.value()).hasToString("Readiness[status=waiting, missing=[procedures]]");
        pages.unbindModules(modules);
        assertThat(ask(pages, "/health/ready").value()).hasToString("Readiness[status=waiting, missing=[kernel]]");
    }

    @Test
    void isNotReadyWhileTheDatabaseDoesNotAnswerButLives() {
        HealthPages pages = new HealthPages(new SilentDatabase());
        pages.bindModules(modules);

        assertThat(ask(pages, "/health/ready").value()).hasToString("Readiness[status=waiting, missing=[database]]");
        assertThat(ask(pages, "/health/live").status()).isEqualTo(200);
    }

    private static final class SilentDatabase implements Database {
        @Override
        public <T> T read(Work<T> work) {
            throw new DatabaseException("away", new IllegalStateException());
        }

        @Override
        public <T> T write(Work<T> work) {
            throw new DatabaseException("away", new IllegalStateException());
        }

        @Override
        public Dialect dialect() {
            return Dialect.POSTGRESQL;
        }
    }

    private record CollectedRoutes(Map<String, Handler> handlers) implements Routes {
        @Override
        public Route get(String path, Permission permission, Handler handler) {
            handlers.put(path, handler);
            return new Undescribed();
        }

        @Override
        public Route post(String path, Permission permission, Handler handler) {
            throw new UnsupportedOperationException(path);
        }

        @Override
        public Route put(String path, Permission permission, Handler handler) {
            throw new UnsupportedOperationException(path);
        }

        @Override
        public Route delete(String path, Permission permission, Handler handler) {
            throw new UnsupportedOperationException(path);
        }
    }

    private static final class Undescribed implements Routes.Route {
        @Override
        public Routes.Route menu(String textKey, String icon, int order) {
            return this;
        }

        @Override
        public Routes.Route summary(String textKey) {
            return this;
        }

        @Override
        public Routes.Route query(String... names) {
            return this;
        }

        @Override
        public Routes.Route accepts(Class<?> body) {
            return this;
        }

        @Override
        public Routes.Route returns(Class<?> body) {
            return this;
        }

        @Override
        public Routes.Route stepUp() {
            return this;
        }

        @Override
        public Routes.Route versioned() {
            return this;
        }

        @Override
        public Routes.Route uploads(long mostBytes, UploadKind... kinds) {
            return this;
        }

        @Override
        public Routes.Route showsRefusedFiles() {
            return this;
        }
    }
}
