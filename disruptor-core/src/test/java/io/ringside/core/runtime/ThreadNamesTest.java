package io.ringside.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadNamesTest {

    private static final int LINUX_SHOWS = 15;

    @Test
    void shouldFitEveryNameIntoWhatLinuxShows() throws IllegalAccessException {
        List<String> names = new ArrayList<>();
        for (Field constant : ThreadNames.class.getFields()) {
            names.add((String) constant.get(null));
        }

        assertThat(names).contains(ThreadNames.RING, ThreadNames.FEED_IO).doesNotHaveDuplicates()
            .allSatisfy(name -> assertThat(name).hasSizeBetween(1, LINUX_SHOWS));
    }

    @Test
    void shouldMakeDaemonThreadsOfThatName() {
        Thread thread = ThreadNames.factory(ThreadNames.TIMER).newThread(() -> { });

        assertThat(thread.getName()).isEqualTo("timer");
        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread.getState()).isEqualTo(Thread.State.NEW);
    }
}
