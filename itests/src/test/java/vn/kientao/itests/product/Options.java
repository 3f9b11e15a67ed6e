package vn.kientao.itests.product;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;

/**
 * How a product is to be started; in development mode unless told otherwise.
 *
 * @param name what its folder below {@code itests/target/products} is called
 * @param demo with the demonstration data
 * @param measured on a Java machine that compiles as well as it can, as in an office; else on one that is warm sooner
 * @param environment variables for its process, beside those it always gets
 * @param properties system properties of its Java machine
 * @param etc files put into its {@code etc} before the first start, name to content
 */
public record Options(
        String name,
        boolean demo,
        boolean measured,
        Map<String, String> environment,
        Map<String, String> properties,
        Map<String, String> etc) {

    /** Most tests make releases on the fly and leave them unsigned. */
    private static final Map<String, String> DEVELOPMENT = Map.of("kientao.development", "true");

    /** Says which database the product is on. */
    private static final String DATABASE = "vn.kientao.data.cfg";

    /** Servers that tests start on this machine may be called. */
    private static final Map<String, String> NEAR =
            Map.of("vn.kientao.outbound.cfg", "internalHosts = localhost, 127.0.0.1, [::1]\n");

    public Options {
        requireNonNull(name, "name");
        environment = Map.copyOf(environment);
        properties = Map.copyOf(properties);
        etc = Map.copyOf(etc);
    }

    /** On the embedded database, without demonstration data. */
    public static Options empty(String name) {
        return new Options(name, false, false, Map.of(), DEVELOPMENT, NEAR);
    }

    /** On the embedded database, with the demonstration data. */
    public static Options demo(String name) {
        return new Options(name, true, false, Map.of(), DEVELOPMENT, NEAR);
    }

    /** Takes signed modules only, as the product does when nobody says otherwise; asks nobody for a second factor. */
    public Options strict() {
        Map<String, String> changed = new HashMap<>(properties);
        changed.remove("kientao.development");
        return new Options(name, demo, measured, environment, changed, etc)
                .withEtc("vn.kientao.security.cfg", "secondFactor = offered\n");
    }

    /** For tests that look at how long something takes. */
    public Options forMeasuring() {
        return new Options(name, demo, true, environment, properties, etc);
    }

    /** Whether this is the product with its demonstration data on the embedded database, however it is configured. */
    boolean usual() {
        return demo && !etc.containsKey(DATABASE);
    }

    /** On a PostgreSQL server, by the one file that an administrator edits. */
    public Options onPostgres(String jdbcUrl, String user, String password) {
        return withEtc(DATABASE, "url = " + jdbcUrl + "\nuser = " + user + "\npassword = " + password + "\n");
    }

    public Options withEtc(String file, String content) {
        return new Options(name, demo, measured, environment, properties, with(etc, file, content));
    }

    public Options withProperty(String key, String value) {
        return new Options(name, demo, measured, environment, with(properties, key, value), etc);
    }

    public Options withEnvironment(String key, String value) {
        return new Options(name, demo, measured, with(environment, key, value), properties, etc);
    }

    private static Map<String, String> with(Map<String, String> map, String key, String value) {
        Map<String, String> changed = new HashMap<>(map);
        changed.put(key, value);
        return changed;
    }
}
