package vn.kientao.platform.privacy.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.privacy.PersonalRecord;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.privacy.app.PersonalRecords;
import vn.kientao.platform.privacy.app.RequestDesk;
import vn.kientao.platform.privacy.domain.Decision;
import vn.kientao.platform.privacy.domain.RequestState;
import vn.kientao.platform.privacy.domain.SubjectRequest;
import vn.kientao.platform.privacy.web.templates.StaticTemplates;
import vn.kientao.platform.privacy.web.templates.Templates;

/** What is kept about the person who asks, as files to hand over: to read, for a spreadsheet, for programs. */
@Component
public final class RequestFiles implements PlatformRoutes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RequestDesk desk;
    private final PersonalRecords records;
    private final Templates templates = new StaticTemplates();

    @Activate
    public RequestFiles(@Reference RequestDesk desk, @Reference PersonalRecords records) {
        this.desk = desk;
        this.records = records;
    }

    @Override
    public void routes(Routes routes) {
        String data = RequestPages.BASE + "/{code}/data";
        routes.post(data + ".json", Permission.PRIVACY, this::json);
        routes.post(data + ".csv", Permission.PRIVACY, this::csv);
        routes.post(data + ".html", Permission.PRIVACY, this::html);
    }

    private record Taken(SubjectRequest request, List<PersonalRecord> records, Map<String, String> labels) {}

    /** @throws vn.kientao.platform.api.web.ProblemException 409 before the request is granted */
    private Taken take(Request request, String form) {
        SubjectRequest found = desk.find(request.agency().code(), request.pathValue("code"))
                .orElseThrow(() -> Words.problem(404, "no-such-request"));
        boolean granted = found.decision() == Decision.GRANTED || found.decision() == Decision.PARTLY;
        if (!granted || found.state() == RequestState.ANSWERED) {
            throw Words.problem(409, "not-granted");
        }
        List<PersonalRecord> kept = RequestPage.shown(request, records.find(found.agency(), found.subject()));
        desk.taken(request.audit(
                "privacy.export",
                "data-request",
                found.code(),
                Detail.of(Map.of("form", form, "records", kept.size()))));
        return new Taken(found, kept, RequestPage.labels(request, records));
    }

    Reply json(Request request) {
        Taken taken = take(request, "json");
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("request", taken.request().code());
        file.put("agency", taken.request().agency());
        file.put("madeAt", request.now().toString());
        file.put(
                "records",
                taken.records().stream()
                        .map(record -> Map.of(
                                "source", record.source(),
                                "id", record.id(),
                                "title", record.title().vi(),
                                "values", record.values()))
                        .toList());
        return Reply.download(
                name(taken, "json"),
                "application/json",
                out -> JSON.writerWithDefaultPrettyPrinter().writeValue(out, file));
    }

    Reply csv(Request request) {
        Taken taken = take(request, "csv");
        Texts texts = request.page().texts();
        return Reply.download(name(taken, "csv"), "text/csv; charset=utf-8", out -> write(out, taken, texts));
    }

    private static void write(OutputStream out, Taken taken, Texts texts) throws IOException {
        Table table = new Table(out);
        table.line(List.of(
                texts.get("request.file.record"), texts.get("request.file.field"), texts.get("request.file.value")));
        for (PersonalRecord record : taken.records()) {
            for (Map.Entry<String, String> value : record.values().entrySet()) {
                String label = taken.labels().getOrDefault(record.source() + " " + value.getKey(), value.getKey());
                table.line(List.of(texts.get(record.title()), label, value.getValue()));
            }
        }
        table.end();
    }

    Reply html(Request request) {
        Taken taken = take(request, "html");
        Texts texts = request.page().texts();
        FileModel model = new FileModel(
                texts.locale().getLanguage(),
                texts.get("request.file.title", taken.request().code()),
                texts.get("request.file.lead", texts.get(request.agency().name()), Formats.time(request.now())),
                taken.records().stream()
                        .map(record -> new FileModel.Part(texts.get(record.title()), values(record, taken)))
                        .toList());
        StringOutput html = new StringOutput();
        templates.privacyFile(model).render(html);
        byte[] bytes = html.toString().getBytes(StandardCharsets.UTF_8);
        return Reply.download(name(taken, "html"), "text/html; charset=utf-8", out -> out.write(bytes));
    }

    private static List<RequestModel.Value> values(PersonalRecord record, Taken taken) {
        return record.values().entrySet().stream()
                .map(value -> new RequestModel.Value(
                        taken.labels().getOrDefault(record.source() + " " + value.getKey(), value.getKey()),
                        value.getValue()))
                .toList();
    }

    private static String name(Taken taken, String ending) {
        return "du-lieu-" + taken.request().code() + "." + ending;
    }
}
