package io.stoa.customers;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.beans.factory.DisposableBean;

/**
 * Does what a request asked for after its answer: how long it takes tells nobody whether an address is known. What does not fit
 * the queue is dropped; who waits in vain asks again.
 */
@Component
class Errands implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Errands.class);
    private static final int WAITING_MAX = 500;
    private static final int SECONDS_TO_END = 5;

    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING_MAX),
            Thread.ofPlatform().name("errands").daemon().factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    void run(Runnable errand) {
        worker.execute(() -> {
            try {
                errand.run();
            } catch (RuntimeException failure) {
                LOG.warn("A code could not be written", failure);
            }
        });
    }

    @Override
    public void destroy() throws InterruptedException {
        worker.shutdown();
        if (!worker.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
            LOG.warn("Codes that somebody asked for are not written any more");
        }
    }
}
