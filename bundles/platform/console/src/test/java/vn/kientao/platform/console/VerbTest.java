package vn.kientao.platform.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.kientao.platform.api.module.Repositories;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.console.verb.Verb;
import vn.kientao.platform.repository.web.RepositoryApi;
import vn.kientao.platform.repository.web.RepositoryPages;
import vn.kientao.platform.testing.Partial;
import vn.kientao.platform.testing.RecordedRoutes;

/** Every verb has its page and its REST route; every route of REST that changes something is a verb. */
class VerbTest {
    /** Self-service of an agency: the same verbs with less permission. Downloads change nothing but the audit trail. */
    private static final Set<String> OF_AN_AGENCY =
            Set.of("PUT /api/v1/{agency}/catalogue/{module}", "DELETE /api/v1/{agency}/catalogue/{module}");

    private final RecordedRoutes routes = new TestConsole().routes;

    @BeforeEach
    void theRepositoryIsARoomOfItsOwn() {
        Repositories unused = Partial.unasked(Repositories.class);
        new RepositoryPages(unused).routes(routes);
        new RepositoryApi(unused).routes(routes);
    }

    @ParameterizedTest
    @EnumSource
    void everyVerbHasAPageAndARestRouteForAdministrators(Verb verb) {
        assertThat(declared()).contains(verb.page(), verb.rest());
        for (String route : Set.of(verb.page(), verb.rest())) {
            String[] words = route.split(" ");
            assertThat(routes.find(words[0], words[1]).permission()).isEqualTo(Permission.ADMINISTER);
        }
        assertThat(verb.command()).matches("(module|rollout|publisher|backup|repository):[a-z-]+");
    }

    @Test
    void nothingChangesThroughRestThatIsNoVerb() {
        Set<String> changing = declared().stream()
                .filter(route -> route.contains(" /api/") && !route.startsWith("GET "))
                .filter(route -> !OF_AN_AGENCY.contains(route))
                .collect(Collectors.toSet());

        assertThat(changing).isEqualTo(of(Verb::rest, true));
    }

    @Test
    void looksAreGetsAndChangesAreNot() {
        assertThat(Arrays.stream(Verb.values())
                        .filter(verb -> verb.changes() == verb.rest().startsWith("GET ")
                                || verb.changes() == verb.page().startsWith("GET ")))
                .isEmpty();
    }

    @Test
    void noRouteIsDeclaredTwice() {
        assertThat(routes.all().stream().map(route -> route.method() + " " + route.path()))
                .doesNotHaveDuplicates();
    }

    private Set<String> declared() {
        return routes.all().stream()
                .map(route -> route.method() + " " + route.path())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> of(Function<Verb, String> door, boolean changing) {
        return Arrays.stream(Verb.values())
                .filter(verb -> verb.changes() == changing)
                .map(door)
                .collect(Collectors.toSet());
    }
}
