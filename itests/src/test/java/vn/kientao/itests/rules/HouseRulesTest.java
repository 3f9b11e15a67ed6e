package vn.kientao.itests.rules;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.net.DatagramSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.ModuleRoutes;

/** Who may look at whom: the rules of docs/adr and of the package infos, held over the classes of every bundle. */
@AnalyzeClasses(packages = "vn.kientao", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    private static final String API = "vn.kientao.platform.api..";
    private static final String REFORM = "vn.kientao.reform..";
    private static final String[] SQL = {"java.sql..", "javax.sql..", "org.jdbi.."};
    /** What the platform lets everybody, or everybody who has signed in, ask for. */
    private static final Set<String> FOR_MODULES = Set.of("ANYONE", "SIGNED_IN");

    private static final String[] DOORS = {
        "vn.kientao.reform.*.web..",
        "vn.kientao.reform.*.shell..",
        "vn.kientao.platform.web..",
        "vn.kientao.platform.console.web..",
        "vn.kientao.platform.console.rest..",
        "vn.kientao.platform.shell.."
    };

    @ArchTest
    static final ArchRule componentsAreGivenTheirServicesInTheConstructor = fields().should()
            .notBeAnnotatedWith(Reference.class)
            .because("a component with final fields can be made with new, and is never seen half made");

    @ArchTest
    static final ArchRule onlyOneConstructorSuitsTheFramework = constructors()
            .that()
            .areAnnotatedWith(Activate.class)
            .should(new ArchCondition<>("be the only public one of the class with so many parameters") {
                @Override
                public void check(JavaConstructor constructor, ConditionEvents events) {
                    boolean alone = constructor.getOwner().getConstructors().stream()
                            .filter(other -> other.getModifiers().contains(JavaModifier.PUBLIC))
                            .noneMatch(other -> !other.equals(constructor)
                                    && other.getParameters().size()
                                            == constructor.getParameters().size());
                    events.add(new SimpleConditionEvent(constructor, alone, constructor.getFullName()));
                }
            })
            .because("Declarative Services knows a constructor by the number of its parameters and takes the first");

    @ArchTest
    static final ArchRule doorsNeverTouchSql = noClasses()
            .that()
            .resideInAnyPackage(DOORS)
            .and()
            .resideOutsideOfPackages("..store..", "vn.kientao.platform.web.health..")
            .and()
            .haveSimpleNameNotEndingWith("Store")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SQL)
            .because("pages, REST and commands ask; repositories speak SQL (and the health page asks the database its"
                    + " one question)");

    @ArchTest
    static final ArchRule doorsOfModulesNeverTouchTheStore = noClasses()
            .that()
            .resideInAnyPackage("vn.kientao.reform.*.web..", "vn.kientao.reform.*.shell..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("vn.kientao.reform.*.store..")
            .because("decisions, transactions and audit are in app")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule theDomainKnowsNothingAroundIt = noClasses()
            .that()
            .resideInAPackage("vn.kientao.reform.*.domain..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "vn.kientao.reform.*.app..",
                            "vn.kientao.reform.*.store..",
                            "vn.kientao.reform.*.web..",
                            "vn.kientao.reform.*.shell..")
                    .or(resideInAnyPackage(SQL)))
            .because("the rules of the office must be readable, and testable, alone")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule modulesDoNotReachIntoEachOther = slices().matching("vn.kientao.reform.(*)..")
            .should()
            .notDependOnEachOther()
            .because("a module arrives, changes and leaves alone; what one offers another is an interface of the API");

    @ArchTest
    static final ArchRule thePlatformKnowsNoModule = noClasses()
            .that()
            .resideInAPackage("vn.kientao.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(REFORM)
            .because("modules are found by what they declare");

    @ArchTest
    static final ArchRule theApiStandsOnNothingOfOurs = classes()
            .that()
            .resideInAPackage(API)
            .should()
            .onlyDependOnClassesThat(resideInAPackage(API).or(resideOutsideOfPackage("vn.kientao..")))
            .because("whatever the API needed, every module would need");

    @ArchTest
    static final ArchRule roomsOfThePlatformMeetInTheApi = slices().matching("vn.kientao.platform.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAPackage(API))
            .ignoreDependency(resideInAPackage("vn.kientao.platform.testing.."), alwaysTrue())
            .because("a room can then be changed without refreshing its neighbours");

    @ArchTest
    static final ArchRule modulesUseOnlyTheApiOfThePlatform = noClasses()
            .that()
            .resideInAPackage(REFORM)
            .should()
            .dependOnClassesThat(resideInAPackage("vn.kientao.platform..").and(resideOutsideOfPackage(API)))
            .because("only the API is a promise");

    @ArchTest
    static final ArchRule routesOfModulesAskForPermissionsOfTheirOwn = noClasses()
            .that()
            .resideInAPackage(REFORM)
            .and()
            .implement(ModuleRoutes.class)
            .should()
            .accessFieldWhere(describe(
                    "a permission of the platform is asked for",
                    access -> access.getTargetOwner().isEquivalentTo(Permission.class)
                            && !FOR_MODULES.contains(access.getTarget().getName())))
            .because("the kernel refuses a release with a route that asks for a permission which the module does not"
                    + " declare");

    @ArchTest
    static final ArchRule oneWayLeadsOut = noClasses()
            .that()
            .resideOutsideOfPackages("vn.kientao.platform.web.outbound..", "vn.kientao.platform.testing..")
            .and()
            .doNotHaveFullyQualifiedName("vn.kientao.platform.web.upload.VirusScanner")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.net.http..", "javax.net.ssl..")
                    .or(belongToAnyOf(
                            Socket.class,
                            DatagramSocket.class,
                            SocketChannel.class,
                            DatagramChannel.class,
                            AsynchronousSocketChannel.class,
                            URLConnection.class)))
            .orShould()
            .callMethod(URL.class, "openConnection")
            .orShould()
            .callConstructor(URL.class, String.class)
            .because("OutboundHttp holds every call against the allow-list; the virus scanner is named in"
                    + " vn.kientao.web.cfg");
}
