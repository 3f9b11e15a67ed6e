package vn.kientao.platform.repository.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A folder behind an address. Redirects are not followed: an administrator names the place itself. What comes too slowly
 * or is too large is cut off.
 */
public final class HttpLocation implements Location {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final URI folder;
    private final Duration patience;
    private final HttpClient client;

    /** @param patience how long one file may take */
    public HttpLocation(URI folder, Duration patience) {
        String address = folder.toString();
        this.folder = address.endsWith("/") ? folder : URI.create(address + "/");
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public void copy(String path, Path target, long mostBytes) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(folder.resolve(path))
                .timeout(patience)
                .header("Accept", "*/*")
                .build();
        try (OutputStream out = Files.newOutputStream(target)) {
            CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(
                    request,
                    head -> head.statusCode() == 200
                            ? new Limited(out, path, mostBytes)
                            : BodySubscribers.replacing(null));
            int status = await(answer, path).statusCode();
            if (status != 200) {
                throw new IOException(request.uri() + " answered " + status + " (expected: 200)");
            }
        }
    }

    private <T> HttpResponse<T> await(CompletableFuture<HttpResponse<T>> answer, String path) throws IOException {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException(path + " did not come within " + patience.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IOException(path + " could not be fetched: " + e.getCause(), e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while fetching " + path, e);
        }
    }
}
