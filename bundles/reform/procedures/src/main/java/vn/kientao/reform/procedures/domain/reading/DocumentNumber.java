package vn.kientao.reform.procedures.domain.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a legal document as found in a text: "31/2024/QH15", "55/2026/TT-BTC".
 *
 * @param start where the number begins, not counting words such as "Thông tư số " before it
 * @param certain false when digits before it run into it and the two cannot be told apart
 */
record DocumentNumber(int start, int end, String value, boolean certain) {

    /** Kinds of document and their issuers, the longer before the one it begins with, so that a title may follow. */
    private static final String ISSUER = "BKHĐT|BKHCN|BNNPTNT|BNNMT|BNN&PTNT|BNN|BTNMT|BGTVT|BTTTT|BLĐTBXH|BGDĐT|BGD&ĐT"
            + "|BVHTTDL|BTC|BCA|BTP|BXD|BYT|BCT|BNG|BNV|BQP|NHNN|UBCKNN|UBND|HĐND|UBDT|BDTTG|BTDTTG|VPCP|VPQH|TTCP|TTg|CP"
            + "|TANDTC|VKSNDTC|TATC|TTr|KTNN|BHXH|UBTVQH\\d{2}|QH\\d{2}|BTS|BTM|BVGCP|BXH|TLĐ|TCHQ|TCT|BCN|BNgG|HĐTP|CTN|TW";

    private static final String KIND = "NĐ|ND|TTLT|TTLB|TT|QĐ|QD|NQLT|NQ|CT|VBHN|PL|LCT|L|KH|CV|NGHI QUYET";
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,14}|\\d{1,2}\\.\\d{1,2})/(?:((?:19|20)\\d{2})/)?"
            + "(?:(?:" + KIND + ")\\s?[-–_]\\s?(?:" + ISSUER + ")(?:\\s?[-–]\\s?(?:" + ISSUER + "))*"
            + "|QH\\d{2}|UBTVQH\\d{2}|PL-UBTVQH\\d{2})");
    private static final Pattern BEHIND_DATE = Pattern.compile("(?:\\d{1,2}/|năm )$");
    private static final Pattern YEAR_FIRST = Pattern.compile("((?:19|20)\\d{2})(\\d{1,4})");
    private static final int LONGEST = 4;
    private static final int LONGEST_CONTEXT = 4;

    static List<DocumentNumber> all(String text) {
        List<DocumentNumber> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text);
        int from = 0;
        for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', Math.max(from, slash + 1))) {
            int start = digits(text, from, slash);
            int dot = start - 1;
            if (dot > from && text.charAt(dot) == '.' && slash - start <= 2) {
                int whole = digits(text, from, dot);
                start = whole < dot && dot - whole <= 2 ? whole : start;
            }
            if (start < slash && matcher.region(start, text.length()).lookingAt()) {
                numbers.add(at(text, matcher));
                from = matcher.end();
            }
        }
        return numbers;
    }

    /** Where the digits that end at {@code to} begin. */
    private static int digits(String text, int from, int to) {
        int start = to;
        while (start > from && text.charAt(start - 1) >= '0' && text.charAt(start - 1) <= '9') {
            start--;
        }
        return start;
    }

    private static DocumentNumber at(String text, Matcher matcher) {
        String digits = matcher.group(1);
        int start = matcher.start();
        String before = text.substring(Math.max(0, start - LONGEST_CONTEXT), start);
        Matcher dated = YEAR_FIRST.matcher(digits);
        if (BEHIND_DATE.matcher(before).find() && dated.matches()) {
            int moved = start + dated.start(2);
            return new DocumentNumber(moved, matcher.end(), text.substring(moved, matcher.end()), true);
        }
        boolean certain = digits.indexOf('.') >= 0 || digits.length() <= LONGEST;
        return new DocumentNumber(start, matcher.end(), matcher.group(), certain);
    }
}
