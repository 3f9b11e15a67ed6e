package vn.kientao.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Computes the contrast (WCAG 2.2, 1.4.3 and 1.4.11) of the colours put together, light and dark. */
class ContrastTest {
    private static final double TEXT = 4.5;
    private static final double EDGE = 3.0;
    private static final Pattern BLOCK =
            Pattern.compile("(?m)^(:root, )?\\[data-bs-theme=\"(light|dark)\"] \\{(.*?)^}", Pattern.DOTALL);
    private static final Pattern TOKEN = Pattern.compile("--kt-([a-z-]+): (#[0-9a-f]{6});");

    private static final List<String> ON_PAGES =
            List.of("ink", "muted", "link", "brand-strong", "late-ink", "done-ink", "need-ink", "progress-ink");
    private static final List<String> GROUNDS = List.of("page", "surface");
    private static final List<String> KINDS = List.of("neutral", "progress", "need", "late", "done");

    private static final Map<String, Map<String, String>> THEMES = new HashMap<>();

    @BeforeAll
    static void readTokens() throws IOException {
        try (InputStream in = ContrastTest.class.getResourceAsStream("/assets/kientao.css")) {
            String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Matcher block = BLOCK.matcher(css);
            while (block.find()) {
                var tokens = THEMES.computeIfAbsent(block.group(2), theme -> new HashMap<>());
                TOKEN.matcher(block.group(3)).results().forEach(token -> tokens.put(token.group(1), token.group(2)));
            }
        }
        THEMES.get("light").forEach(THEMES.get("dark")::putIfAbsent);
    }

    @Test
    void textStandsOutInBothThemes() {
        var softly = new SoftAssertions();
        for (String theme : List.of("light", "dark")) {
            for (String ground : GROUNDS) {
                ON_PAGES.forEach(ink -> check(softly, theme, ink, ground, TEXT));
            }
            KINDS.forEach(kind -> check(softly, theme, kind + "-ink", kind, TEXT));
            check(softly, theme, "ink", "surface-strong", TEXT);
            check(softly, theme, "on-brand", "brand", TEXT);
            check(softly, theme, "on-brand", "brand-strong", TEXT);
            check(softly, theme, "header-ink", "header", TEXT);
            check(softly, theme, "header-muted", "header", TEXT);
        }
        softly.assertAll();
    }

    @Test
    void controlsAndFocusHaveAVisibleEdge() {
        var softly = new SoftAssertions();
        for (String theme : List.of("light", "dark")) {
            for (String ground : GROUNDS) {
                check(softly, theme, "control", ground, EDGE);
                check(softly, theme, "focus", ground, EDGE);
                check(softly, theme, "brand", ground, EDGE);
            }
            check(softly, theme, "gold", "header", EDGE);
        }
        softly.assertAll();
    }

    @Test
    void computesTheContrastOfTheStandard() {
        assertThat(contrast("#000000", "#ffffff")).isEqualTo(21.0);
        assertThat(contrast("#777777", "#ffffff")).isBetween(4.47, 4.49);
    }

    private static void check(SoftAssertions softly, String theme, String ink, String ground, double least) {
        Map<String, String> tokens = THEMES.get(theme);
        softly.assertThat(contrast(tokens.get(ink), tokens.get(ground)))
                .as("%s on %s, %s", ink, ground, theme)
                .isGreaterThanOrEqualTo(least);
    }

    private static double contrast(String one, String other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
