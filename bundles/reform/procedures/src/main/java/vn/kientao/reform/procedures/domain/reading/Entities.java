package vn.kientao.reform.procedures.domain.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resolves HTML entities that crept into published texts, also when they were escaped more than once. */
final class Entities {

    /** An ampersand escaped four times over has been seen; what is deeper stays as it is. */
    private static final int DEEPEST = 5;

    private static final Pattern ENTITY =
            Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,7});");

    /** ISO 8859-1 from 0xA0 upwards, in order, as HTML names it. */
    private static final String LATIN =
            "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr "
                    + "deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest "
                    + "Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml "
                    + "ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig "
                    + "agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml "
                    + "eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

    private static final Map<String, String> NAMED = named();

    private Entities() {}

    static String resolve(String text) {
        String current = text;
        for (int layer = 0; layer < DEEPEST && current.indexOf('&') >= 0; layer++) {
            String next = ENTITY.matcher(current).replaceAll(Entities::meaning);
            if (next.equals(current)) {
                return current;
            }
            current = next;
        }
        return current;
    }

    private static String meaning(MatchResult match) {
        String name = match.group(1);
        String resolved = name.charAt(0) == '#' ? character(name) : NAMED.getOrDefault(name, match.group());
        return Matcher.quoteReplacement(resolved.isEmpty() ? match.group() : resolved);
    }

    private static String character(String number) {
        boolean hexadecimal = Character.toLowerCase(number.charAt(1)) == 'x';
        int point = hexadecimal ? Integer.parseInt(number.substring(2), 16) : Integer.parseInt(number.substring(1));
        boolean valid = Character.isValidCodePoint(point) && (point < 0xd800 || point > 0xdfff) && point != 0;
        return valid ? Character.toString(point) : "";
    }

    private static Map<String, String> named() {
        Map<String, String> names = new HashMap<>(Map.of(
                "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "ndash", "–", "mdash", "—", "hellip", "…",
                "bull", "•"));
        names.putAll(Map.of("lsquo", "‘", "rsquo", "’", "ldquo", "“", "rdquo", "”", "le", "≤", "ge", "≥"));
        String[] latin = LATIN.split(" ", -1);
        for (int i = 0; i < latin.length; i++) {
            names.put(latin[i], Character.toString(0xa0 + i));
        }
        return Map.copyOf(names);
    }
}
