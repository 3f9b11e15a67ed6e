package vn.kientao.platform.api.table;

import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;
import vn.kientao.platform.api.documents.LetterHead;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;

/**
 * Makes files of tables, and writes into the audit trail that they were taken away, as {@code <module>.export}: the module
 * is that of the permission.
 */
@ProviderType
public interface TableFiles {
    /** What a printed table holds at most; a sheet holds all. */
    int MOST_PRINTED = 1_000;

    /** Routes of a table as XLSX, CSV and PDF: {@code path} with the ending of each. */
    void offer(Routes routes, String path, Permission permission, Function<Request, TableFile> table);

    /** Routes of a table as XLSX and CSV. */
    void offerSheets(Routes routes, String path, Permission permission, Function<Request, TableFile> table);

    /** The head of a paper that the agency of a request issues today. */
    LetterHead head(Request request, String place);
}
