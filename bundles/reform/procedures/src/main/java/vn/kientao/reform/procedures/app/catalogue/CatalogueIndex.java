package vn.kientao.reform.procedures.app.catalogue;

import java.text.CollationKey;
import java.text.Collator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.procedures.domain.ChannelKind;
import vn.kientao.reform.procedures.domain.GapKind;
import vn.kientao.reform.procedures.domain.Level;
import vn.kientao.reform.procedures.domain.catalogue.CatalogueEntry;
import vn.kientao.reform.procedures.domain.catalogue.Synonym;
import vn.kientao.reform.procedures.domain.variant.Audience;

/**
 * The catalogue as it stood at one moment, made for search. Immutable; a change of the catalogue makes a new one. A few
 * thousand procedures take some megabytes, and a search some microseconds.
 */
final class CatalogueIndex {
    private final List<CatalogueEntry> entries;
    private final Map<String, CatalogueEntry> byCode = new HashMap<>();
    private final WordTable words;
    private final Ranking ranking;
    private final Synonyms synonyms;
    private final Dimension fields;
    private final Dimension levels;
    private final Dimension agencies;
    private final Dimension gaps;
    private final BitSet online = new BitSet();
    private final BitSet everything = new BitSet();
    private final Map<Audience, BitSet> audiences = new EnumMap<>(Audience.class);
    private final Facets allFacets;
    private final Facets publicFacets;

    CatalogueIndex(List<CatalogueEntry> unordered, List<Synonym> synonyms) {
        Collator collator = Collator.getInstance(TextBundle.VIETNAMESE);
        this.entries = inOrder(unordered, collator);
        this.entries.forEach(entry -> byCode.put(entry.code(), entry));
        this.words = new WordTable(entries.stream().map(CatalogueIndex::words).toList());
        this.ranking = new Ranking(entries);
        this.synonyms = new Synonyms(synonyms);
        this.fields = dimension(entry -> List.of(entry.summary().field()), collator::compare);
        this.agencies = dimension(entry -> entry.summary().agencies(), collator::compare);
        this.levels = dimension(
                entry -> entry.summary().levels().stream().map(Level::name).toList(),
                Comparator.comparing(Level::valueOf));
        this.gaps = dimension(
                entry -> entry.gaps().stream().map(GapKind::name).toList(), Comparator.comparing(GapKind::valueOf));
        for (int place = 0; place < entries.size(); place++) {
            online.set(place, entries.get(place).summary().channels().contains(ChannelKind.ONLINE));
        }
        everything.set(0, entries.size());
        for (Audience audience : Audience.values()) {
            audiences.put(audience, places(entry -> entry.traits().audience() == audience));
        }
        this.allFacets = facets(SearchQuery.of(""), everything, everything);
        BitSet open = audience(Audience.PUBLIC);
        this.publicFacets = facets(SearchQuery.of(""), open, open);
    }

    int size() {
        return entries.size();
    }

    Optional<CatalogueEntry> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The hits from place {@code first} on, at most {@code most}. */
    SearchResult search(SearchQuery query, int first, int most) {
        List<Words> readings = readings(query.words());
        BitSet matching = (BitSet) matching(readings).clone();
        query.audience().ifPresent(audience -> matching.and(audience(audience)));
        BitSet found = narrowed(matching, query, Narrowing.NONE);
        List<Integer> page = readings.isEmpty() ? places(found, first, most) : ranked(found, readings, first, most);
        boolean all = readings.isEmpty() && !query.narrowed();
        return new SearchResult(
                page.stream().map(entries::get).toList(),
                found.cardinality(),
                first,
                all ? facets(query.audience()) : facets(query, matching, found));
    }

    private BitSet audience(Audience audience) {
        return audiences.getOrDefault(audience, new BitSet());
    }

    private BitSet places(Predicate<CatalogueEntry> wanted) {
        BitSet places = new BitSet();
        for (int place = 0; place < entries.size(); place++) {
            places.set(place, wanted.test(entries.get(place)));
        }
        return places;
    }

    /** Of everything, or of all that is for everybody. */
    private Facets facets(Optional<Audience> audience) {
        if (audience.filter(Audience.INTERNAL::equals).isPresent()) {
            return facets(SearchQuery.of(""), audience(Audience.INTERNAL), audience(Audience.INTERNAL));
        }
        return audience.isPresent() ? publicFacets : allFacets;
    }

    private List<Words> readings(String typed) {
        Words wanted = Words.of(typed);
        return wanted.isEmpty() ? List.of() : synonyms.readings(wanted);
    }

    private BitSet matching(List<Words> readings) {
        if (readings.isEmpty()) {
            return everything;
        }
        BitSet matching = new BitSet();
        readings.forEach(reading -> matching.or(words.withAll(reading.folded())));
        return matching;
    }

    /** Which of the filters is left out. */
    private enum Narrowing {
        NONE,
        FIELD,
        LEVEL,
        AGENCY,
        ONLINE,
        GAP
    }

    private BitSet narrowed(BitSet matching, SearchQuery query, Narrowing except) {
        BitSet left = (BitSet) matching.clone();
        if (except != Narrowing.FIELD) {
            query.field().ifPresent(field -> left.and(fields.entries(field)));
        }
        if (except != Narrowing.LEVEL) {
            query.level().ifPresent(level -> left.and(levels.entries(level.name())));
        }
        if (except != Narrowing.AGENCY) {
            query.agency().ifPresent(agency -> left.and(agencies.entries(agency)));
        }
        if (except != Narrowing.GAP) {
            query.gap().ifPresent(gap -> left.and(gaps.entries(gap.name())));
        }
        if (except != Narrowing.ONLINE && query.online()) {
            left.and(online);
        }
        return left;
    }

    private Facets facets(SearchQuery query, BitSet matching, BitSet found) {
        Function<Narrowing, BitSet> without =
                filter -> isSet(query, filter) ? narrowed(matching, query, filter) : found;
        BitSet onlineHere = (BitSet) without.apply(Narrowing.ONLINE).clone();
        onlineHere.and(online);
        return new Facets(
                fields.counts(without.apply(Narrowing.FIELD)),
                levels.counts(without.apply(Narrowing.LEVEL)),
                agencies.counts(without.apply(Narrowing.AGENCY)),
                onlineHere.cardinality(),
                gaps.counts(without.apply(Narrowing.GAP)));
    }

    private static boolean isSet(SearchQuery query, Narrowing filter) {
        return switch (filter) {
            case NONE -> false;
            case FIELD -> query.field().isPresent();
            case LEVEL -> query.level().isPresent();
            case AGENCY -> query.agency().isPresent();
            case ONLINE -> query.online();
            case GAP -> query.gap().isPresent();
        };
    }

    private static List<Integer> places(BitSet found, int first, int most) {
        return found.stream().skip(first).limit(most).boxed().toList();
    }

    private List<Integer> ranked(BitSet found, List<Words> readings, int first, int most) {
        List<List<Integer>> ranks = new ArrayList<>();
        for (int rank = 0; rank <= Ranking.WORST; rank++) {
            ranks.add(new ArrayList<>());
        }
        found.stream().forEach(place -> ranks.get(rank(place, readings)).add(place));
        return ranks.stream()
                .flatMap(Collection::stream)
                .skip(first)
                .limit(most)
                .toList();
    }

    private int rank(int place, List<Words> readings) {
        int best = Ranking.WORST;
        for (Words reading : readings) {
            best = Math.min(best, ranking.of(place, reading));
        }
        return best;
    }

    private Dimension dimension(
            Function<CatalogueEntry, Collection<String>> property, Comparator<? super String> order) {
        return new Dimension(entries, property, order);
    }

    private static List<CatalogueEntry> inOrder(List<CatalogueEntry> unordered, Collator collator) {
        record Keyed(CollationKey key, CatalogueEntry entry) {}
        return unordered.stream()
                .map(entry -> new Keyed(collator.getCollationKey(entry.summary().name()), entry))
                .sorted(Comparator.comparing(Keyed::key)
                        .thenComparing(keyed -> keyed.entry().code()))
                .map(Keyed::entry)
                .toList();
    }

    private static List<String> words(CatalogueEntry entry) {
        List<String> words = new ArrayList<>(Words.of(entry.summary().name()).folded());
        words.addAll(Words.of(entry.summary().field()).folded());
        words.addAll(Words.of(entry.code()).folded());
        words.add(entry.summary().code().national().substring("1.".length()));
        return words;
    }
}
