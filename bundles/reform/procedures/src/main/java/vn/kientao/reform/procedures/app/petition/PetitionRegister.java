package vn.kientao.reform.procedures.app.petition;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.reform.procedures.domain.petition.PetitionFilter;
import vn.kientao.reform.procedures.domain.petition.PetitionRow;
import vn.kientao.reform.procedures.domain.petition.PublishedPetition;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.petition.PetitionLists;
import vn.kientao.reform.procedures.store.petition.PetitionReader;

/** Looks petitions up: the register of an agency (sổ theo dõi), and the answers that everybody may read. */
@Component(service = PetitionRegister.class)
public final class PetitionRegister {
    /** Counting goes no further. */
    public static final int MOST_COUNTED = 1000;

    private final Database database;
    private final PetitionLists lists = new PetitionLists();
    private final PetitionReader reader = new PetitionReader();

    @Activate
    public PetitionRegister(@Reference Database database, @Reference ProcedureTables tables) {
        this.database = database;
    }

    /**
     * A page of the register.
     *
     * @param after {@link PetitionRow#listKey} of the last row of the page before
     */
    public List<PetitionRow> page(PetitionFilter filter, Optional<Long> after, int size) {
        return database.read(handle -> lists.page(handle, filter, after.orElse(Long.MIN_VALUE), size));
    }

    /** How many a list holds, counted no further than {@link #MOST_COUNTED}. */
    public int count(PetitionFilter filter) {
        return database.read(handle -> lists.count(handle, filter, MOST_COUNTED));
    }

    /**
     * Published petitions with their answers, newest first.
     *
     * @param words what they contain, with or without diacritics
     * @param before id of the last one of the page before
     */
    public List<PublishedPetition> published(Optional<String> words, Optional<Long> before, int size) {
        return database.read(
                handle -> lists.published(handle, words.map(Folding::fold), before.orElse(Long.MAX_VALUE), size));
    }

    public Optional<PublishedPetition> published(long id) {
        return database.read(handle -> reader.find(handle, id))
                .flatMap(petition -> petition.published()
                        .map(text -> new PublishedPetition(
                                id, petition.agency(), petition.text().kind(), text)));
    }
}
