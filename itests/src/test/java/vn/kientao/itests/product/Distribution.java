package vn.kientao.itests.product;

import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Gives a test class a running product.
 *
 * <pre>
 * &#64;RegisterExtension
 * static final Distribution product = Distribution.shared();
 * </pre>
 *
 * <p>{@link #shared()} is one product with the demonstration data for all classes of the run: for tests that leave it as
 * usable as they found it. {@link #own(Options)} is started before the first test of the class and removed after the
 * last: for tests that kill, update or configure.
 */
public final class Distribution implements BeforeAllCallback, AfterAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(Distribution.class);

    private final Optional<Options> own;
    private Optional<Product> product = Optional.empty();

    private Distribution(Optional<Options> own) {
        this.own = own;
    }

    public static Distribution shared() {
        return new Distribution(Optional.empty());
    }

    public static Distribution own(Options options) {
        return new Distribution(Optional.of(options));
    }

    /** The running product. */
    public Product product() {
        return product.orElseThrow(() -> new IllegalStateException("No test of this class has begun"));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (own.isPresent()) {
            Product unpacked = Product.unpack(own.get());
            product = Optional.of(unpacked);
            unpacked.start();
            return;
        }
        Shared shared = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        Shared.class, type -> new Shared(Product.unpack(Options.demo("shared"))), Shared.class);
        shared.ensureRunning();
        product = Optional.of(shared.product);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (own.isPresent()) {
            product.ifPresent(Product::close);
        }
        product = Optional.empty();
    }

    /** Closed by JUnit when the whole run is over. */
    private static final class Shared implements AutoCloseable {
        private final Product product;

        Shared(Product product) {
            this.product = product;
        }

        void ensureRunning() {
            if (!product.running()) {
                product.start();
            }
        }

        @Override
        public void close() {
            product.close();
        }
    }
}
