package vn.kientao.platform.web.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kientao.platform.api.security.Permission.ANYONE;
import static vn.kientao.platform.web.door.FakeRelease.READ;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kientao.platform.api.module.Release;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Routes;

class RouteGateTest {
    @RegisterExtension
    final DoorUnderTest door = new DoorUnderTest();

    private static ModuleRoutes staff(Consumer<Routes> declared) {
        return new ModuleRoutes() {
            @Override
            public void staff(Routes routes) {
                declared.accept(routes);
            }
        };
    }

    private void refuses(Consumer<Routes> declared, String vietnamese) {
        Release release = FakeRelease.of("trial", "1.0.0", staff(declared));

        assertThatThrownBy(() -> door.gate.admit(release))
                .isInstanceOfSatisfying(ReleaseRefusedException.class, refusal -> {
                    assertThat(refusal.reason().vi()).contains(vietnamese);
                    assertThat(refusal.reason().en())
                            .isNotEqualTo(refusal.reason().vi());
                });
        assertThat(door.tables.find(release.id())).isEmpty();
    }

    @Test
    void refusesTheSameRouteTwiceWhateverItsValuesAreCalled() {
        refuses(
                routes -> {
                    routes.get("/things/{id}", READ, request -> Reply.json(1));
                    routes.get("/things/{code}", READ, request -> Reply.json(2));
                },
                "Tuyến GET /things/{code} được khai hai lần");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "things", "/things/", "//", "/a b", "/{}", "/{a}{b}", "/x/{a}/{a}", "/../x", "/đất"})
    void refusesMalformedPaths(String path) {
        refuses(routes -> routes.get(path, READ, request -> Reply.json(1)), "có đường dẫn sai");
    }

    @Test
    void refusesAPermissionThatTheModuleDoesNotDeclare() {
        refuses(
                routes -> routes.get("/x", new Permission("other.read"), request -> Reply.json(1)),
                "đòi quyền other.read");
        refuses(routes -> routes.get("/x", Permission.ADMINISTER, request -> Reply.json(1)), "đòi quyền");
    }

    @Test
    void refusesARouteWithoutPermissionOrHandler() {
        refuses(routes -> routes.get("/x", null, request -> Reply.json(1)), "không khai quyền");
        refuses(routes -> routes.get("/x", READ, null), "không có nơi xử lý");
    }

    @Test
    void refusesAReleaseWithoutRoutes() {
        refuses(routes -> {}, "không khai tuyến nào");
    }

    @Test
    void refusesAReleaseThatFailsWhileDeclaring() {
        refuses(
                routes -> {
                    throw new NoClassDefFoundError("gone/Type");
                },
                "gặp lỗi khi khai tuyến: gone/Type");
    }

    private static ModuleRoutes open(Consumer<Routes> declared) {
        return new ModuleRoutes() {
            @Override
            public void open(Routes routes) {
                declared.accept(routes);
            }
        };
    }

    private Release admitted(List<String> smokePaths, Consumer<Routes> declared) {
        Release release = FakeRelease.with("trial", "2.0.0", smokePaths, open(declared));
        door.gate.admit(release);
        return release;
    }

    @Test
    void triesTheSmokePagesOnTheReleaseItselfWhileTheOldOneServes() {
        door.serveOpen(routes -> routes.get("/old", ANYONE, request -> Reply.json("old")));
        Release release = admitted(
                List.of("/public/trial/new?q=a"),
                routes -> routes.get("/new", ANYONE, request -> Reply.page("N", out -> out.write("new"))));

        door.gate.verify(release);

        assertThat(door.get("/public/trial/new").statusCode()).isEqualTo(404);
        assertThat(door.get("/public/trial/old").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAReleaseWhoseSmokePageFails() {
        Release release = admitted(List.of("/public/trial/ok", "/public/trial/bad"), routes -> {
            routes.get("/ok", ANYONE, request -> Reply.page("N", out -> out.write("fine")));
            routes.get(
                    "/bad",
                    ANYONE,
                    request -> Reply.page("N", out -> {
                        throw new IllegalStateException("bad template");
                    }));
        });

        assertThatThrownBy(() -> door.gate.verify(release))
                .isInstanceOfSatisfying(
                        ReleaseRefusedException.class,
                        refusal -> assertThat(refusal.reason().vi())
                                .isEqualTo("Phiên bản trial@2.0.0 trả lời trang thử /public/trial/bad với mã 500."));
    }

    @Test
    void refusesASmokePageThatAsksForSignIn() {
        Release release = admitted(
                List.of("/public/trial/page"), routes -> routes.get("/page", READ, request -> Reply.json("x")));

        assertThatThrownBy(() -> door.gate.verify(release)).isInstanceOf(ReleaseRefusedException.class);
    }

    @Test
    void letsGoOfEverythingWhenAReleaseIsForgotten() {
        WeakReference<ClassLoader> classes = serveAndForget();

        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (classes.get() != null) {
            System.gc();
            assertThat(System.nanoTime())
                    .as("class loader collected within 20 s")
                    .isLessThan(deadline);
        }
    }

    /** Serves pages and JSON of a class that nobody else has loaded, then forgets the release. */
    private WeakReference<ClassLoader> serveAndForget() {
        try {
            ClassLoader loader = new OwnClasses();
            Class<?> type = loader.loadClass(OwnRoutes.class.getName());
            ModuleRoutes routes = (ModuleRoutes) type.getDeclaredConstructor().newInstance();
            Release release = FakeRelease.with("trial", "3.0.0", List.of("/public/trial/page"), routes);
            door.gate.admit(release);
            door.gate.verify(release);
            door.router.serve(release);
            assertThat(door.get("/public/trial/page").statusCode()).isEqualTo(200);
            assertThat(door.get("/public/trial/json").body()).isEqualTo("{\"word\":\"own\"}");
            assertThat(door.get("/api/openapi.json").body()).contains("trial.Own");
            door.router.forget(release);
            door.gate.forget(release);
            return new WeakReference<>(loader);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no own classes", e);
        }
    }

    /** Loads the routes below a second time, as a bundle of its own would. */
    private static final class OwnClasses extends ClassLoader {
        OwnClasses() {
            super(RouteGateTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(OwnRoutes.class.getName())) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known == null ? define(name) : known;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    /** Routes whose classes are loaded anew. */
    public static final class OwnRoutes implements ModuleRoutes {
        /** A record of the release's own. */
        public record Own(String word) {}

        @Override
        public void open(Routes routes) {
            routes.get("/page", ANYONE, request -> Reply.page("P", out -> out.write("own")));
            routes.get("/json", ANYONE, request -> Reply.json(new Own("own"))).returns(Own.class);
        }
    }
}
