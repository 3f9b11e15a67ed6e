package vn.kientao.platform.web.outbound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.outbound.OutboundCall;
import vn.kientao.platform.api.outbound.OutboundHttp;

/** Calls machines that the configuration names: one connection for each call, to the address that was checked. */
@Component(configurationPid = "vn.kientao.outbound")
@Designate(ocd = OutboundConfig.class)
public final class CheckedOutbound implements OutboundHttp {
    private static final Logger log = LoggerFactory.getLogger(CheckedOutbound.class);
    private static final AllowList.Names NAMES = InetAddress::getAllByName;

    private volatile SSLSocketFactory tls;
    private volatile AllowList allowed;

    @Activate
    public CheckedOutbound(OutboundConfig config) {
        this(list(config), Issuers.tls(config.issuers()));
    }

    CheckedOutbound(AllowList allowed, SSLSocketFactory tls) {
        this.allowed = allowed;
        this.tls = tls;
    }

    @Modified
    void modified(OutboundConfig config) {
        allowed = list(config);
        tls = Issuers.tls(config.issuers());
    }

    /** A file with a mistake lets nobody be called; the services that hang on this one stay. */
    private static AllowList list(OutboundConfig config) {
        try {
            return new AllowList(new HostList(config.hosts()), new HostList(config.internalHosts()), NAMES);
        } catch (IllegalArgumentException e) {
            log.error("No other machine is called until the file is mended: {}", e.getMessage());
            return new AllowList(new HostList(), new HostList(), NAMES);
        }
    }

    @Override
    public Answer send(OutboundCall call, OutputStream out) throws IOException {
        URI address = call.address();
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        int port = address.getPort() >= 0 ? address.getPort() : secure ? 443 : 80;
        InetAddress checked = allowed.check(address.getHost(), port);
        try (Wire wire = Wire.connect(checked, port, call.patience())) {
            if (secure) {
                wire.secure(address.getHost(), port, tls);
            }
            OutputStream sent = wire.out();
            sent.write(request(call));
            sent.flush();
            return new AnswerReader(call, wire.in(), out).read();
        }
    }

    private static byte[] request(OutboundCall call) throws IOException {
        URI address = URI.create(call.address().toASCIIString());
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String target = address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Host", address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort()));
        headers.put("User-Agent", "Kientao");
        headers.put("Accept-Encoding", "identity");
        headers.put("Connection", "close");
        headers.putAll(call.headers());
        byte[] body = call.body().getBytes(StandardCharsets.UTF_8);
        if (body.length > 0 || call.method().equals("POST") || call.method().equals("PUT")) {
            headers.put("Content-Length", Integer.toString(body.length));
        }
        StringBuilder head =
                new StringBuilder(call.method()).append(' ').append(target).append(" HTTP/1.1\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("\r\n");
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(head.toString().getBytes(StandardCharsets.US_ASCII));
        whole.write(body);
        return whole.toByteArray();
    }
}
