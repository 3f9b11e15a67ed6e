package vn.kientao.reform.procedures.web.dossier;

/**
 * A line of the checklist of papers.
 *
 * @param field how its fields begin: {@code p1} for a paper that the procedure lists, {@code x1} for another one
 * @param group the published heading it stands under; may be empty
 * @param name empty on a line for another paper
 * @param form name of the form to fill in; may be empty
 * @param askedOriginals how many originals the procedure asks for; 0 when not said
 * @param askedCopies how many copies; 0 when not said
 * @param listed whether the procedure lists it
 */
public record PaperLine(
        String field, String group, String name, String form, int askedOriginals, int askedCopies, boolean listed) {}
