package vn.kientao.itests.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.console.verb.Verb;

/**
 * The third door of the console's verbs: each is a command of the shell, and no command changes modules that is no verb.
 * That each has a page and a REST route is tested beside the console.
 */
class VerbParityTest {
    private static final String COMMAND = "org.apache.karaf.shell.api.action.Command";

    /** They have doors of their own, or say what another verb's page shows. */
    private static final Set<String> BESIDE = Set.of("publisher:held-back", "repository:index");

    private final JavaClasses shell = new ClassFileImporter().importPackages("vn.kientao.platform.shell");

    @Test
    void everyVerbIsACommandOfTheShell() {
        assertThat(commands()).containsAll(verbs());
    }

    @Test
    void noCommandAboutModulesIsNoVerb() {
        Set<String> others = commands().stream()
                .filter(command -> command.matches("(module|rollout|publisher|backup|repository):.*"))
                .filter(command -> !BESIDE.contains(command))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(others).isEqualTo(verbs());
    }

    /** Its pages and REST routes are tested beside them, in AuditPagesTest. */
    @Test
    void theAuditTrailIsListedShownVerifiedAndExportedFromTheShell() {
        assertThat(commands())
                .filteredOn(command -> command.startsWith("audit:"))
                .containsExactlyInAnyOrder("audit:list", "audit:show", "audit:verify", "audit:export");
    }

    private static Set<String> verbs() {
        return Arrays.stream(Verb.values()).map(Verb::command).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> commands() {
        return shell.stream()
                .map(type -> type.tryGetAnnotationOfType(COMMAND))
                .flatMap(Optional::stream)
                .map(VerbParityTest::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(JavaAnnotation<JavaClass> command) {
        return command.get("scope").orElseThrow() + ":" + command.get("name").orElseThrow();
    }
}
