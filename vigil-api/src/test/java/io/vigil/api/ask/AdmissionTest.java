package io.vigil.api.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private final AtomicLong now = new AtomicLong();

    private Admission admission(int places, Duration patience) {
        return new Admission(places, 0.5, patience, now::get);
    }

    @Test
    void givesEverythingToALoneTenantAndNoMore() throws Exception {
        var admission = admission(4, Duration.ZERO);

        for (int i = 0; i < 4; i++) {
            assertThat(admission.enter("a")).isTrue();
        }
        assertThat(admission.enter("a")).isFalse();
        admission.leave("a");
        assertThat(admission.enter("a")).isTrue();
    }

    @Test
    void keepsATenantToItsShareWhileAnotherIsPresent() throws Exception {
        var admission = admission(4, Duration.ZERO);
        assertThat(admission.enter("b")).isTrue();
        admission.leave("b");

        assertThat(admission.enter("a")).isTrue();
        assertThat(admission.enter("a")).isTrue();
        assertThat(admission.enter("a")).isFalse();
        assertThat(admission.enter("b")).isTrue();
        assertThat(admission.enter("b")).isTrue();
    }

    @Test
    void givesEverythingAgainOnceTheOtherIsGone() throws Exception {
        var admission = admission(4, Duration.ZERO);
        assertThat(admission.enter("b")).isTrue();
        admission.leave("b");
        now.addAndGet(Duration.ofSeconds(11).toNanos());

        for (int i = 0; i < 4; i++) {
            assertThat(admission.enter("a")).isTrue();
        }
    }

    @Test
    void givesTheNextFreePlaceToWhoHoldsFewest() throws Exception {
        var admission = admission(4, Duration.ofMinutes(1));
        for (int i = 0; i < 4; i++) {
            assertThat(admission.enter("a")).isTrue();
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> waiting = threads.submit(() -> admission.enter("b"));
            assertThat(admission.enter("a")).isFalse();
            admission.leave("a");

            assertThat(waiting.get()).isTrue();
        }
    }

    @Test
    void givesUpWaitingWhenPatienceEnds() throws Exception {
        var admission = admission(1, Duration.ofMillis(20));
        assertThat(admission.enter("a")).isTrue();
        assertThat(admission.enter("b")).isFalse();
        admission.leave("a");
        assertThat(admission.enter("b")).isTrue();
    }

    @Test
    void refusesNobodyElseDuringATenfoldBurst() throws Exception {
        var admission = admission(20, Duration.ofMinutes(1));
        var over = new AtomicBoolean();
        var open = new AtomicInteger();
        var most = new AtomicInteger();
        var refused = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                var _ = threads.submit(() -> {
                    while (!over.get()) {
                        use(admission, "a", open, most);
                    }
                    return null;
                });
            }
            var calm = new ArrayList<Future<?>>();
            for (int i = 0; i < 10; i++) {
                calm.add(threads.submit(() -> {
                    for (int n = 0; n < 50; n++) {
                        if (!use(admission, "b", open, most)) {
                            refused.incrementAndGet();
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> each : calm) {
                each.get();
            }
            over.set(true);
        }

        assertThat(refused).hasValue(0);
        assertThat(most.get()).isBetween(1, 20);
        assertThat(open).hasValue(0);
    }

    private static boolean use(Admission admission, String tenant, AtomicInteger open, AtomicInteger most)
            throws InterruptedException {
        if (!admission.enter(tenant)) {
            return false;
        }
        most.accumulateAndGet(open.incrementAndGet(), Math::max);
        LockSupport.parkNanos(100_000);
        open.decrementAndGet();
        admission.leave(tenant);
        return true;
    }

    @Test
    void takesBackNoPlaceThatWasNotGiven() {
        assertThatThrownBy(() -> admission(1, Duration.ZERO).leave("a")).isInstanceOf(IllegalStateException.class);
    }
}
