package vn.kientao.platform.kernel.observe;

import static vn.kientao.platform.kernel.Sentences.say;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.net.InetAddress;
import java.net.UnknownHostException;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;

/** {@code /metrics} in the text format of Prometheus, for this machine and for administrators. */
public final class MetricsPage implements PlatformRoutes {
    private final Metrics metrics;
    private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();

    public MetricsPage(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/metrics", Permission.ANYONE, this::show);
    }

    private Reply show(Request request) {
        if (!local(request.remoteAddress()) && !request.actor().canEverywhere(Permission.ADMINISTER)) {
            throw new ProblemException(new Problem(
                    403, "metrics-closed", say("kernel.metrics.closed"), say("kernel.metrics.closed.detail")));
        }
        MetricSnapshots now = metrics.read();
        return Reply.download("metrics.txt", PrometheusTextFormatWriter.CONTENT_TYPE, out -> writer.write(out, now));
    }

    /** The address is written in digits, so nobody is asked for its name. */
    private static boolean local(String address) {
        if (!address.matches("[0-9a-fA-F:.]+")) {
            return false;
        }
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
