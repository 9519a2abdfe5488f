package io.ringside.pipeline;

import static com.tngtech.archunit.lang.conditions.ArchConditions.accessField;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import org.junit.jupiter.api.Test;

/** The arrows between modules and packages, and what only the composition root may do. */
class ArchitectureTest {

    private static final String CORE = "io.ringside.core..";
    private static final String TRADING = "io.ringside.trading..";
    private static final String FEED = "io.ringside.feed..";
    private static final String SIMULATOR = "io.ringside.sim..";
    private static final String BINANCE = "io.ringside.binance..";
    private static final String TELEGRAM = "io.ringside.telegram..";
    private static final String PIPELINE = "io.ringside.pipeline..";

    private static final JavaClasses CLASSES = new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .withImportOption(location -> !location.contains("-tests.jar"))
        .importPackages("io.ringside");

    @Test
    void shouldKeepTheCoreFreeOfEveryGateway() {
        noClasses().that().resideInAPackage(CORE).should().dependOnClassesThat()
            .resideInAnyPackage(TRADING, FEED, SIMULATOR, BINANCE, TELEGRAM, PIPELINE, "io.netty..", "okhttp3..",
                "com.fasterxml..")
            .check(CLASSES);
        noClasses().that().resideInAPackage(TRADING).should().dependOnClassesThat()
            .resideInAnyPackage(FEED, SIMULATOR, BINANCE, TELEGRAM, PIPELINE, "io.netty..", "okhttp3..").check(CLASSES);
    }

    @Test
    void shouldKeepBinanceAndTelegramApart() {
        noClasses().that().resideInAPackage(BINANCE).should().dependOnClassesThat()
            .resideInAnyPackage(TELEGRAM, PIPELINE).check(CLASSES);
        noClasses().that().resideInAPackage(TELEGRAM).should().dependOnClassesThat()
            .resideInAnyPackage(FEED, SIMULATOR, BINANCE, PIPELINE, "io.netty..").check(CLASSES);
    }

    @Test
    void shouldKeepTheFeedFreeOfEveryVenueAndOfTrading() {
        noClasses().that().resideInAPackage(FEED).should().dependOnClassesThat()
            .resideInAnyPackage(BINANCE, TRADING, SIMULATOR, TELEGRAM, PIPELINE).check(CLASSES);
    }

    @Test
    void shouldLetOnlyTheCompositionRootStartTheSimulatedExchange() {
        noClasses().that().resideOutsideOfPackages(SIMULATOR, PIPELINE).should().dependOnClassesThat()
            .resideInAPackage(SIMULATOR).check(CLASSES);
        noClasses().that().resideInAPackage(SIMULATOR).should().dependOnClassesThat()
            .resideInAnyPackage(FEED, BINANCE, TRADING, TELEGRAM, PIPELINE).check(CLASSES);
    }

    @Test
    void shouldKeepHttpClientsOffTheTickPath() {
        noClasses().that().resideInAnyPackage(FEED, "io.ringside.binance.feed..", SIMULATOR)
            .should().dependOnClassesThat()
            .resideInAnyPackage("okhttp3..", "okio..", "io.ringside.binance.rules..").check(CLASSES);
    }

    @Test
    void shouldKeepTradingRulesFreeOfTheFeed() {
        noClasses().that().resideInAPackage("io.ringside.binance.rules..").should().dependOnClassesThat()
            .resideInAnyPackage(FEED, "io.ringside.binance.feed..", "io.netty..")
            .check(CLASSES);
    }

    @Test
    void shouldHaveNoCyclesBetweenPackages() {
        slices().matching("io.ringside.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void shouldLetOnlyTheCompositionRootPrintAndEndTheProcess() {
        noClasses().that().resideOutsideOfPackage(PIPELINE)
            .should(accessField(System.class, "out"))
            .orShould(accessField(System.class, "err"))
            .orShould().callMethod(System.class, "exit", int.class)
            .orShould().callMethod(Runtime.class, "halt", int.class)
            .orShould().callMethod(System.class, "getenv")
            .orShould().callMethod(System.class, "getenv", String.class)
            .check(CLASSES);
    }

    @Test
    void shouldTakeNoLock() {
        noClasses().that().resideOutsideOfPackage("io.ringside.sim..")
            .should().dependOnClassesThat().areAssignableTo(Lock.class)
            .orShould().dependOnClassesThat().areAssignableTo(Condition.class)
            .orShould().dependOnClassesThat().areAssignableTo(BlockingQueue.class)
            .check(CLASSES);
        noMethods().that().areDeclaredInClassesThat().resideOutsideOfPackage("io.ringside.sim..")
            .should().haveModifier(JavaModifier.SYNCHRONIZED).check(CLASSES);
    }

    @Test
    void shouldNameClassesAfterTheirJob() {
        noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Abstract\\w+)").check(CLASSES);
    }
}
