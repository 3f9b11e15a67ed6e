package vn.kientao.platform.repository.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Writes a body into a stream and breaks it off when it grows too large. */
final class Limited implements BodySubscriber<Void> {
    private final OutputStream out;
    private final String path;
    private final long mostBytes;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private @Nullable Subscription subscription;
    private long bytes;

    Limited(OutputStream out, String path, long mostBytes) {
        this.out = out;
        this.path = path;
        this.mostBytes = mostBytes;
    }

    @Override
    public CompletionStage<Void> getBody() {
        return end;
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (end.isDone()) {
            return;
        }
        try {
            for (ByteBuffer buffer : buffers) {
                byte[] content = new byte[buffer.remaining()];
                buffer.get(content);
                bytes += content.length;
                if (bytes > mostBytes) {
                    throw new TooLargeException(path, mostBytes);
                }
                out.write(content);
            }
        } catch (IOException e) {
            end.completeExceptionally(e);
            if (subscription != null) {
                subscription.cancel();
            }
        }
    }

    @Override
    public void onError(Throwable failure) {
        end.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        end.complete(null);
    }
}
