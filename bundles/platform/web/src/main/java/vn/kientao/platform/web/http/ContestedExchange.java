package vn.kientao.platform.web.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * An exchange that two may want to answer: the thread that handles the request, and the watchdog when that takes too
 * long. Whoever begins first answers; what the other one writes goes nowhere. Until {@link #open} only the first one
 * knows of it.
 */
public final class ContestedExchange implements Exchange {
    private final Exchange real;
    private final AtomicReference<State> state = new AtomicReference<>(State.OWN);
    private volatile long openedAt;

    private enum State {
        /** Only the thread of the request is here. */
        OWN,
        /** The handler is at work and has written nothing. */
        OPEN,
        /** The handler's answer is on its way. */
        ANSWERING,
        /** Somebody else answers. */
        ABANDONED
    }

    public ContestedExchange(Exchange real) {
        this.real = real;
    }

    /** The handler begins; from now on the exchange can be taken away from it. */
    public void open() {
        openedAt = System.nanoTime();
        state.compareAndSet(State.OWN, State.OPEN);
    }

    /** Whether the handler has been at work for so long without beginning to answer. */
    public boolean openFor(long nanos, long now) {
        return state.get() == State.OPEN && now - openedAt > nanos;
    }

    /** Takes the exchange away from the handler; false when that has begun to answer. Answer {@link #real} then. */
    public boolean abandon() {
        return state.compareAndSet(State.OPEN, State.ABANDONED);
    }

    public boolean abandoned() {
        return state.get() == State.ABANDONED;
    }

    /** The exchange itself. */
    public Exchange real() {
        return real;
    }

    /** Whether the thread of the request may write; it begins to answer with that. */
    private boolean mine() {
        State now = state.get();
        return now == State.OWN
                || now == State.ANSWERING
                || (now == State.OPEN && state.compareAndSet(State.OPEN, State.ANSWERING));
    }

    @Override
    public String method() {
        return real.method();
    }

    @Override
    public String rawPath() {
        return real.rawPath();
    }

    @Override
    public String rawQuery() {
        return real.rawQuery();
    }

    @Override
    public Optional<String> header(String name) {
        return real.header(name);
    }

    @Override
    public InputStream body() throws IOException {
        return real.body();
    }

    @Override
    public long contentLength() {
        return real.contentLength();
    }

    @Override
    public void takeIn() throws IOException {
        if (mine()) {
            real.takeIn();
        }
    }

    @Override
    public Origin origin() {
        return real.origin();
    }

    @Override
    public void status(int status) {
        if (mine()) {
            real.status(status);
        }
    }

    @Override
    public int status() {
        return real.status();
    }

    @Override
    public void setHeader(String name, String value) {
        if (mine()) {
            real.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (mine()) {
            real.addHeader(name, value);
        }
    }

    @Override
    public OutputStream out() throws IOException {
        return mine() ? real.out() : OutputStream.nullOutputStream();
    }

    @Override
    public boolean committed() {
        return real.committed();
    }
}
