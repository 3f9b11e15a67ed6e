package vn.kientao.platform.security.web;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells from how a browser names itself what a person would call it: {@code Chrome 131, Windows}. */
final class Device {
    /** In this order: most browsers also name those they descend from. */
    private static final List<Pattern> BROWSERS = List.of(
            Pattern.compile("(Coc_Coc|coc_coc_browser)[/ ](\\d+)"),
            Pattern.compile("(Edg)(?:A|iOS)?/(\\d+)"),
            Pattern.compile("(OPR)/(\\d+)"),
            Pattern.compile("(Firefox)/(\\d+)"),
            Pattern.compile("(Chrome)/(\\d+)"),
            Pattern.compile("Version/(\\d+)[^ ]* (?:Mobile/\\w+ )?(Safari)"),
            Pattern.compile("(curl)/(\\d+)"));

    private static final List<String> SYSTEMS =
            List.of("Android", "iPhone", "iPad", "Windows", "Mac OS X", "CrOS", "Linux");

    private Device() {}

    /** Empty when nothing is known. */
    static String of(String userAgent) {
        String browser = browser(userAgent);
        String system = SYSTEMS.stream().filter(userAgent::contains).findFirst().orElse("");
        return browser.isEmpty() || system.isEmpty() ? browser + system : browser + ", " + system;
    }

    private static String browser(String userAgent) {
        for (Pattern pattern : BROWSERS) {
            Matcher found = pattern.matcher(userAgent);
            if (found.find()) {
                boolean nameFirst = !Character.isDigit(found.group(1).charAt(0));
                String name = nameFirst ? found.group(1) : found.group(2);
                String version = nameFirst ? found.group(2) : found.group(1);
                return called(name) + " " + version;
            }
        }
        return "";
    }

    private static String called(String name) {
        return switch (name) {
            case "Edg" -> "Edge";
            case "OPR" -> "Opera";
            case "Coc_Coc", "coc_coc_browser" -> "Cốc Cốc";
            default -> name;
        };
    }
}
