package io.traject.organisation.employees.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.access.Authorization;
import io.traject.access.Reach;
import io.traject.access.StandardRole;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Language;
import io.traject.kernel.Languages;
import io.traject.organisation.employees.AddEmployee;
import io.traject.organisation.employees.ChangeEmployee;
import io.traject.organisation.employees.EmployeeFiles;
import io.traject.organisation.employees.EmployerParts;
import io.traject.organisation.employees.forms.EmployeeForm;
import io.traject.organisation.tree.NodeKind;
import io.traject.organisation.tree.Tree;
import io.traject.testing.Acting;
import io.traject.testing.Browser;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestEmployees;
import io.traject.testing.TrajectTest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

/** The languages of an employee in an installation that offers Dutch only. */
@TrajectTest
class EmployeeLanguagesTest {

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestEmployees employees;

    @Autowired
    AddEmployee addEmployee;

    @Autowired
    ChangeEmployee changeEmployee;

    @Autowired
    EmployeeFiles files;

    @Autowired
    EmployerParts parts;

    @Autowired
    EmploymentChoices choices;

    @Autowired
    Tree tree;

    @Autowired
    Authorization authorization;

    @Autowired
    BusinessTime time;

    @Autowired
    MessageSource messages;

    @Autowired
    JdbcClient database;

    private EmployeeFormPage page;
    private UUID provider;
    private UUID bakery;
    private UUID dutch;
    private UUID english;

    @BeforeEach
    void offerDutchOnly() {
        page = new EmployeeFormPage(
                addEmployee,
                changeEmployee,
                files,
                parts,
                choices,
                tree,
                authorization,
                time,
                new Languages(List.of(Language.NL)),
                messages);
        provider = employees.provider();
        bakery = employees.node(NodeKind.EMPLOYER, provider, "Bakkerij");
        dutch = employees.add(bakery, "1", "Jansen").id();
        english = employees.add(bakery, "2", "Johnson").id();
        database.sql("update organisation_employee set language = 'EN' where id = ?")
                .param(english)
                .update();
    }

    @Test
    void shouldOfferThoseOfTheInstallationAndTheOneThatStandsThere() throws Exception {
        assertThat(Acting.as(
                        StandardRole.ADMINISTRATOR,
                        provider,
                        Reach.whole(provider),
                        () -> List.of(offeredForANewOne(), offered(dutch), offered(english))))
                .containsExactly(List.of(Language.NL), List.of(Language.NL), List.of(Language.NL, Language.EN));
        assertThat(new Browser(port)
                        .signedIn(accounts.user(StandardRole.ADMINISTRATOR, provider))
                        .get("/employees/" + dutch + "/edit")
                        .body())
                .as("where both are offered")
                .contains("<option value=\"NL\">Nederlands</option>", "<option value=\"EN\">Engels</option>");
    }

    @Test
    void shouldTakeNoOther() throws Exception {
        assertThat(Acting.as(
                        StandardRole.ADMINISTRATOR,
                        provider,
                        Reach.whole(provider),
                        () -> List.of(takes(dutch, "EN"), takes(dutch, "NL"), takes(english, "EN"))))
                .containsExactly(false, true, true);
    }

    private Object offeredForANewOne() {
        var model = new ExtendedModelMap();
        page.blank(Optional.of(bakery), "", model, Language.NL.locale());
        return model.get("languages");
    }

    private Object offered(UUID employee) {
        var model = new ExtendedModelMap();
        page.edit(employee, model, Language.NL.locale());
        return model.get("languages");
    }

    private boolean takes(UUID employee, String language) {
        EmployeeForm form = inLanguage(employee, language);
        var errors = new BeanPropertyBindingResult(form, "form");
        page.change(
                employee, form, errors, new ExtendedModelMap(), Language.NL.locale(), new RedirectAttributesModelMap());
        return !errors.hasFieldErrors("language");
    }

    private EmployeeForm inLanguage(UUID employee, String language) {
        var whose = files.get(employee).employee();
        EmployeeForm now = EmployeeForm.of(whose.details(), true, whose.version());
        return new EmployeeForm(
                now.number(),
                now.bsn(),
                now.initials(),
                now.firstName(),
                now.preferredFirstName(),
                now.prefix(),
                now.lastName(),
                now.birthDate(),
                now.gender(),
                language,
                now.privateEmail(),
                now.workEmail(),
                now.privatePhone(),
                now.workPhone(),
                now.street(),
                now.houseNumber(),
                now.postcode(),
                now.city(),
                now.country(),
                now.version());
    }
}
