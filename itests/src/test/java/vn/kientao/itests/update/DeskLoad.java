package vn.kientao.itests.update;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.kientao.itests.product.DemoAccounts;
import vn.kientao.itests.product.Product;

/**
 * What an agency's working day looks like to the module: citizens search, officers list their dossiers and receive new
 * ones. Keeps the code of every dossier whose receipt was acknowledged.
 */
final class DeskLoad {
    private static final Pattern CODE = Pattern.compile("\"code\":\"([^\"]+)\"");

    private final Product product;
    private final DemoAccounts.Account officer;
    private final String procedure;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final List<Visitor> officers = new CopyOnWriteArrayList<>();

    DeskLoad(Product product, DemoAccounts.Account officer, String procedure) {
        this.product = product;
        this.officer = officer;
        this.procedure = procedure;
    }

    /** A third each: searching the catalogue, listing dossiers, receiving dossiers. */
    Load.Work worker(int number) {
        return switch (number % 3) {
            case 0 -> searching();
            case 1 -> listing();
            default -> receiving();
        };
    }

    Load.Work searching() {
        Visitor citizen = new Visitor(product);
        return turn -> expect(200, citizen.get("/public/procedures?q=dat%20dai"));
    }

    Load.Work listing() {
        Visitor person = signedIn();
        return turn -> expect(200, person.get("/" + officer.agency() + "/procedures/dossiers"));
    }

    Load.Work receiving() {
        Visitor person = signedIn();
        String token = person.csrfToken("/" + officer.agency() + "/procedures/dossiers");
        return turn -> receive(person, token);
    }

    /** Receives one dossier; its code is kept when the product acknowledged it. */
    Optional<String> receive(Visitor person, String token) {
        HttpResponse<String> answer = person.postJson(
                "/api/v1/" + officer.agency() + "/procedures/dossiers",
                token,
                UUID.randomUUID().toString(),
                """
                {"procedure": "%s", "kind": "citizen", "name": "Nguyễn Văn An", "idNumber": "096123456789",
                 "address": "Ấp 1, xã Tân Thuận", "phone": "0912345678",
                 "papers": [{"name": "Tờ khai", "originals": 1}]}
                """.formatted(procedure));
        if (answer.statusCode() == 201) {
            Matcher code = CODE.matcher(answer.body());
            if (code.find() && acknowledged.add(code.group(1))) {
                return Optional.empty();
            }
            return Optional.of("acknowledged twice or without code: " + answer.body());
        }
        return expect(201, answer);
    }

    Visitor signedIn() {
        Visitor person = new Visitor(product).signIn(officer);
        officers.add(person);
        return person;
    }

    /** Codes of the dossiers that were acknowledged. */
    Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    /** The sessions that the load opened. */
    List<Visitor> sessions() {
        return List.copyOf(officers);
    }

    static Optional<String> expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() == status) {
            return Optional.empty();
        }
        String body = answer.body();
        return Optional.of(answer.request().method() + " " + answer.uri().getPath() + " answered " + answer.statusCode()
                + ": " + body.substring(0, Math.min(300, body.length())));
    }
}
