package vn.kientao.platform.kernel;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Function;
import org.osgi.framework.BundleContext;

/**
 * What the platform is told from outside, as framework or system properties; a blank one counts as absent.
 *
 * @param values the words of a property
 */
public record FrameworkProperties(Function<String, Optional<String>> values) {

    public FrameworkProperties {
        requireNonNull(values, "values");
    }

    public static FrameworkProperties of(BundleContext context) {
        return new FrameworkProperties(
                name -> Optional.ofNullable(context.getProperty(name)).map(String::strip));
    }

    public Optional<String> value(String name) {
        return values.apply(name).filter(words -> !words.isBlank());
    }

    /** @throws IllegalArgumentException when the property is not a whole number */
    public int number(String name, int usual) {
        Optional<String> words = value(name);
        try {
            return words.map(Integer::parseInt).orElse(usual);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + ": '" + words.orElse("") + "' (expected: a whole number)", e);
        }
    }

    /** Whether the property says {@code true}. */
    public boolean flag(String name) {
        return value(name).map(Boolean::parseBoolean).orElse(false);
    }
}
