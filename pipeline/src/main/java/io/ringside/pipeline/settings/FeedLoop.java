package io.ringside.pipeline.settings;

/** How the feed's thread waits for the socket. */
enum FeedLoop {
    /** Sleeps in the operating system. */
    BLOCKING,
    /** Never sleeps and burns a core; needs native epoll. */
    BUSY_WAIT
}
