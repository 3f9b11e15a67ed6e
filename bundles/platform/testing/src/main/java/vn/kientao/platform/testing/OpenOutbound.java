package vn.kientao.platform.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import vn.kientao.platform.api.outbound.OutboundCall;
import vn.kientao.platform.api.outbound.OutboundHttp;
import vn.kientao.platform.api.outbound.OutboundTooLongException;

/** A way out without an allow-list, to servers that tests start on their own machine. */
public final class OpenOutbound implements OutboundHttp {
    private final HttpClient client = HttpClient.newHttpClient();

    @Override
    public Answer send(OutboundCall call, OutputStream out) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.address())
                .timeout(call.patience())
                .method(call.method(), BodyPublishers.ofString(call.body()));
        call.headers().forEach(request::header);
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            if (answer.body().length > call.mostBytes()) {
                throw new OutboundTooLongException(call.address().getHost(), call.mostBytes());
            }
            out.write(answer.body());
            Map<String, String> headers = new TreeMap<>();
            answer.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
            return new Answer(answer.statusCode(), headers);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while calling " + call, e);
        }
    }
}
