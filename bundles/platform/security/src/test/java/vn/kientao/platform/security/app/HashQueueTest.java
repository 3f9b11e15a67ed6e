package vn.kientao.platform.security.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.security.app.PasswordHasher.TooBusyException;

class HashQueueTest {

    @Test
    void sendsWhoeverComesToAFullLineAwayAtOnceAndServesTheOthers() throws Exception {
        HashQueue line = new HashQueue(1, 1, 64);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            Future<String> first = people.submit(() -> line.inTurn(() -> {
                begun.countDown();
                awaited(go);
                return "first";
            }));
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            Future<String> second = people.submit(() -> line.inTurn(() -> "second"));
            while (line.waiting() == 0) {
                Thread.onSpinWait();
            }

            assertThatThrownBy(() -> line.inTurn(() -> "third")).isInstanceOf(TooBusyException.class);

            go.countDown();
            assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("first");
            assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo("second");
            assertThat(line.inTurn(() -> "fourth")).isEqualTo("fourth");
        } finally {
            go.countDown();
            people.shutdownNow();
        }
    }

    @Test
    void givesThePlaceBackWhenHashingFails() {
        HashQueue line = new HashQueue(1, 1, 64);
        assertThatThrownBy(() -> line.inTurn(() -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(line.waiting()).isZero();
        assertThat(line.inTurn(() -> "next")).isEqualTo("next");
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
