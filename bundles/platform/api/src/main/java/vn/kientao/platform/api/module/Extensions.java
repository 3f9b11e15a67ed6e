package vn.kientao.platform.api.module;

import java.util.List;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What modules offer each other and the platform: services whose interfaces stand in an API bundle. Only releases that
 * serve now are asked (a direct service reference would see staged ones too), and each is leased while it is used. A
 * service that throws is left out of the answer and logged, so that a sick module does not take the others with it.
 */
@ProviderType
public interface Extensions {

    /** Asks every service of type {@code S} of the releases that serve the agency; order of module id. */
    <S, R> List<R> of(Class<S> type, String agency, Function<S, R> question);

    /** Asks every service of type {@code S} of the releases that serve the public; order of module id. */
    <S, R> List<R> everywhere(Class<S> type, Function<S, R> question);
}
