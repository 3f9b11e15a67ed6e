package vn.kientao.platform.audit.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.audit.chain.Anchor;
import vn.kientao.platform.audit.chain.AnchorFile;
import vn.kientao.platform.audit.chain.AnchorFile.BrokenAnchorException;
import vn.kientao.platform.audit.chain.MacKey;

/**
 * {@code ./kientao audit-verify}: checks a trail without the platform. Ends with 0 when it is whole, 1 when something is
 * wrong with it, 2 when it could not be read.
 */
public final class Main {
    private static final List<String> OPTIONS =
            List.of("--data", "--database", "--user", "--export", "--anchors", "--key");

    private Main() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int status = run(List.of(arguments), System.getenv(), out);
        out.flush();
        System.exit(status);
    }

    static int run(List<String> arguments, Map<String, String> environment, PrintStream out) {
        try {
            Map<String, String> options = options(arguments);
            return report(options, environment, out);
        } catch (BrokenAnchorException e) {
            out.println(Finding.at(Finding.Kind.ANCHORS, e.line()).sentence());
            return 1;
        } catch (IOException | SQLException | RuntimeException e) {
            out.println("Không đọc được nhật ký. / The trail could not be read: " + e.getMessage());
            return 2;
        }
    }

    private static Map<String, String> options(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            if (!OPTIONS.contains(arguments.get(i)) || i + 1 == arguments.size()) {
                throw new IllegalArgumentException(
                        "'" + arguments.get(i) + "' (expected: " + OPTIONS + ", each with a value)");
            }
            options.put(arguments.get(i), arguments.get(i + 1));
        }
        return options;
    }

    private static int report(Map<String, String> options, Map<String, String> environment, PrintStream out)
            throws IOException, SQLException {
        Optional<Path> state = Optional.ofNullable(options.get("--data"))
                .map(data -> Path.of(data).resolve("kientao"));
        List<Anchor> anchors = new AnchorFile(file(options, "--anchors", state, "audit-anchors.log")).read();
        Path key = file(options, "--key", state, "audit.key");
        Verifier verifier = new Verifier(anchors, keys(key));
        if (options.containsKey("--export")) {
            Source.file(Path.of(options.get("--export"))).feed(verifier);
        } else {
            try (Connection connection = connect(options, environment, state)) {
                Source.database(connection).feed(verifier);
            }
        }
        List<Finding> findings = verifier.end();
        findings.forEach(finding -> out.println(finding.sentence()));
        out.printf(
                "%s mục, %s điểm neo: %s. / %s entries, %s anchors: %s.%n",
                verifier.entries(),
                anchors.size(),
                findings.isEmpty() ? "nguyên vẹn" : "KHÔNG nguyên vẹn",
                verifier.entries(),
                anchors.size(),
                findings.isEmpty() ? "whole" : "NOT whole");
        if (anchors.isEmpty()) {
            out.println("Không có điểm neo: chuỗi có thể đã bị viết lại từ đầu. / Without anchors the chain may have"
                    + " been written anew from the beginning.");
        }
        return findings.isEmpty() ? 0 : 1;
    }

    private static Path file(Map<String, String> options, String option, Optional<Path> state, String name) {
        String given = options.get(option);
        return given == null ? state.orElse(Path.of(".")).resolve(name) : Path.of(given);
    }

    private static List<MacKey> keys(Path file) throws IOException {
        return Files.exists(file)
                ? List.of(new MacKey(
                        HexFormat.of().parseHex(Files.readString(file).strip())))
                : List.of();
    }

    private static Connection connect(
            Map<String, String> options, Map<String, String> environment, Optional<Path> state)
            throws IOException, SQLException {
        String url = options.getOrDefault("--database", "");
        if (url.startsWith("jdbc:postgresql:")) {
            return DriverManager.getConnection(
                    url,
                    options.getOrDefault("--user", "kientao"),
                    environment.getOrDefault("KIENTAO_DATABASE_PASSWORD", ""));
        }
        String path = url.startsWith("jdbc:h2:file:")
                ? url.substring("jdbc:h2:file:".length())
                : state.map(folder -> folder.resolve("db/kientao").toString())
                        .orElseThrow(() -> new IllegalArgumentException(
                                "nothing to read (expected: --data, --database or --export)"));
        String secret = Files.readString(Path.of(path + ".secret")).strip();
        return DriverManager.getConnection(
                "jdbc:h2:file:" + Path.of(path).toAbsolutePath()
                        + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                "kientao_admin",
                secret);
    }
}
