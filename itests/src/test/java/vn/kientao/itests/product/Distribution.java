package vn.kientao.itests.product;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives a test class a running product.
 *
 * <pre>
 * &#64;RegisterExtension
 * static final Distribution product = Distribution.shared();
 * </pre>
 *
 * <p>{@link #shared()} is one product with the demonstration data for all classes of this JVM: for tests that leave it as
 * usable as they found it. {@link #own(Options)} is started before the first test of the class and removed after the
 * last: for tests that kill, update or configure.
 */
public final class Distribution implements BeforeAllCallback, AfterAllCallback {

    /** Started when the first test asks for it, ended with the JVM, which runs one class after the other. */
    private static @Nullable Product shared;

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
        product = Optional.of(runningShared());
    }

    private static synchronized Product runningShared() {
        Product known = shared;
        if (known == null) {
            known = Product.unpack(Options.demo("shared"));
            Runtime.getRuntime().addShutdownHook(new Thread(known::close));
            shared = known;
        }
        return known.running() ? known : known.start();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (own.isPresent()) {
            product.ifPresent(Product::close);
        }
        product = Optional.empty();
    }
}
