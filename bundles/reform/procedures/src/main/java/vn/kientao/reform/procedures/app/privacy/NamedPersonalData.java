package vn.kientao.reform.procedures.app.privacy;

import java.util.List;
import vn.kientao.platform.api.privacy.FieldClass;
import vn.kientao.platform.api.privacy.PersonalDataSource;
import vn.kientao.platform.api.privacy.PersonalField;
import vn.kientao.platform.api.privacy.Treatment;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;

/** What the sources of personal data of this module have in common: how they are called and what they say of their fields. */
abstract class NamedPersonalData implements PersonalDataSource {
    static final TextBundle TEXTS = TextBundle.of(NamedPersonalData.class);

    private final String name;
    private final LocalText title;
    private final List<PersonalField> fields;

    NamedPersonalData(String name, String titleKey, List<PersonalField> fields) {
        this.name = name;
        this.title = TEXTS.text(titleKey);
        this.fields = List.copyOf(fields);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final LocalText title() {
        return title;
    }

    @Override
    public final List<PersonalField> fields() {
        return fields;
    }

    /** A field whose words stand under {@code textKey} and whose purpose under {@code privacy.purpose.<purpose>}. */
    static PersonalField field(String name, String textKey, String purpose, String basis, boolean correctable) {
        return new PersonalField(
                name,
                TEXTS.text(textKey),
                FieldClass.BASIC,
                TEXTS.text("privacy.purpose." + purpose),
                basis,
                correctable);
    }

    /** There is no such record any more. */
    static Treatment gone() {
        return Treatment.kept(TEXTS.text("privacy.gone"));
    }
}
