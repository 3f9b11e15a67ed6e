package vn.kientao.platform.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CircumstancesTest {
    private static Circumstances of(String requestId) {
        return new Circumstances(Actor.anonymous(), requestId, "192.0.2.1", Optional.of("STP2"), Optional.empty());
    }

    @Test
    void aThreadThatEnteredNoDoorWorksForThePlatformItself() {
        assertThat(Circumstances.present().actor().account()).isEqualTo("system:platform");
        assertThat(Circumstances.present().agency()).isEmpty();
    }

    @Test
    void theInnerOnesHoldUntilTheirScopeEnds() {
        try (Circumstances.Scope outer = of("outer").enter()) {
            try (Circumstances.Scope inner = of("inner").enter()) {
                assertThat(Circumstances.present().requestId()).isEqualTo("inner");
            }
            assertThat(Circumstances.present().requestId()).isEqualTo("outer");
        }
        assertThat(Circumstances.present().requestId()).isEmpty();
    }

    @Test
    void anotherThreadHasItsOwn() {
        try (Circumstances.Scope scope = of("mine").enter()) {
            String others = CompletableFuture.supplyAsync(
                            () -> Circumstances.present().requestId())
                    .join();
            assertThat(others).isEmpty();
        }
    }
}
