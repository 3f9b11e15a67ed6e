package vn.kientao.reform.procedures.web.sheet;

import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.documents.LetterHead;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.paper.Papers;

/** Makes files of tables, issued at the place that the papers of the agency name. */
@Component(service = TableFiles.class)
public final class TableFiles {
    private final vn.kientao.platform.api.table.TableFiles files;
    private final Papers papers;

    @Activate
    public TableFiles(@Reference vn.kientao.platform.api.table.TableFiles files, @Reference Papers papers) {
        this.files = files;
        this.papers = papers;
    }

    /** Routes of a table as XLSX, CSV and PDF: {@code path} with the ending of each. */
    public void offer(Routes routes, String path, Permission permission, Function<Request, TableFile> table) {
        files.offer(routes, path, permission, request -> table.apply(request).at(place(request)));
    }

    /** Routes of a table as XLSX and CSV. */
    public void offerSheets(Routes routes, String path, Permission permission, Function<Request, TableFile> table) {
        files.offerSheets(routes, path, permission, table);
    }

    /** The head of a paper that the agency of a request issues today. */
    public LetterHead head(Request request) {
        return files.head(request, place(request));
    }

    private String place(Request request) {
        return papers.says(request.agency().code()).place();
    }
}
