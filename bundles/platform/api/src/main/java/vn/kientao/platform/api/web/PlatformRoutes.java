package vn.kientao.platform.api.web;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Pages of the platform's own rooms: sign-in, administration. Paths are absolute ({@code /sign-in},
 * {@code /admin/calendar}, {@code /api/v1/admin/calendar}); the first segment {@code api} makes it an answer for
 * programs. A path that begins with {@code /{agency}} or {@code /api/v1/{agency}} belongs to that agency: permission and
 * {@code Request.agency()} are taken from it. Text keys are read from the texts of the implementing class's bundle. Not for modules.
 */
@ProviderType
public interface PlatformRoutes {
    void routes(Routes routes);
}
