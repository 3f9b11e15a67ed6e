package vn.kientao.platform.web.door;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import vn.kientao.platform.web.http.Proxies;
import vn.kientao.platform.web.http.ServletExchange;

/** The one servlet. It is registered when the platform starts and stays, whatever happens to modules. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("kientao")
@HttpWhiteboardServletPattern("/*")
public final class FrontDoor extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Pipeline pipeline;
    private final transient Supplier<Proxies> proxies;

    @Activate
    public FrontDoor(
            @Reference Pipelines pipelines,
            @Reference LiveModules modules,
            @Reference PlatformTable platform,
            @Reference Watchdog watchdog,
            @Reference WebSettings settings) {
        this(pipelines.over(modules, platform, watchdog), settings::proxies);
    }

    FrontDoor(Pipeline pipeline, Supplier<Proxies> proxies) {
        this.pipeline = pipeline;
        this.proxies = proxies;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        pipeline.serve(new ServletExchange(request, response, proxies.get()));
    }
}
