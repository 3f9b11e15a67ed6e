package vn.kientao.reform.procedures.app.catalogue;

import java.util.List;
import java.util.stream.Stream;
import vn.kientao.reform.procedures.domain.catalogue.Synonym;

/** Puts the words that procedures use in the place of those that people use. */
final class Synonyms {
    private final List<Pair> pairs;

    private record Pair(Words phrase, Words meaning) {}

    /** @param synonyms longer phrases are tried first */
    Synonyms(List<Synonym> synonyms) {
        pairs = synonyms.stream()
                .map(synonym -> new Pair(Words.of(synonym.phrase()), Words.of(synonym.meaning())))
                .filter(pair -> !pair.phrase().isEmpty())
                .sorted((one, other) -> Integer.compare(
                        other.phrase().plain().size(), one.phrase().plain().size()))
                .toList();
    }

    /** The words as typed, and after them the words that procedures use for the same, if there are others. */
    List<Words> readings(Words typed) {
        return Stream.concat(
                        Stream.of(typed),
                        pairs.stream().flatMap(pair -> replaced(typed, pair)).limit(1))
                .toList();
    }

    private static Stream<Words> replaced(Words typed, Pair pair) {
        String plain = typed.plainPhrase();
        String wanted = pair.phrase().plainPhrase();
        if (plain.contains(wanted)) {
            return Stream.of(Words.of(plain.replace(wanted, pair.meaning().plainPhrase())));
        }
        // Typed without accents: what it stands for is then known without them too.
        String folded = typed.foldedPhrase();
        String wantedFolded = pair.phrase().foldedPhrase();
        if (plain.equals(folded) && folded.contains(wantedFolded)) {
            return Stream.of(
                    Words.of(folded.replace(wantedFolded, pair.meaning().foldedPhrase())));
        }
        return Stream.empty();
    }
}
