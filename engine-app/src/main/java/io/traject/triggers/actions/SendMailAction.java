package io.traject.triggers.actions;

import static io.traject.triggers.actions.Setting.Form.CHOICE;
import static io.traject.triggers.actions.Setting.Form.LINE;
import static io.traject.triggers.actions.Setting.Form.TEXT;

import io.traject.access.UserDirectory;
import io.traject.events.DeclaredEvent;
import io.traject.events.FactSource.Choice;
import io.traject.kernel.AddressHolders;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Language;
import io.traject.kernel.Languages;
import io.traject.kernel.MailLanguages;
import io.traject.kernel.Outcome;
import io.traject.organisation.employers.EmployerDirectory;
import io.traject.web.PlainHtml;
import io.traject.workers.mail.OutgoingMail;
import io.traject.workers.mail.SingleMails;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Sends a mail to the employee, the employer, the user or a fixed address, in the language of the address (A3, A4). */
@Component
class SendMailAction implements TriggerAction {

    private static final String TO = "to";
    private static final String ADDRESS = "address";
    private static final String EMPLOYEE = "employee";
    private static final String EMPLOYER = "employer";
    private static final String USER = "user";

    private final Map<String, AddressHolders> holders;
    private final EmployerDirectory employers;
    private final UserDirectory users;
    private final MailLanguages languages;
    private final Languages offered;
    private final SingleMails mails;
    private final MessageSource messages;
    private final String from;

    SendMailAction(
            List<AddressHolders> holders,
            EmployerDirectory employers,
            UserDirectory users,
            MailLanguages languages,
            Languages offered,
            SingleMails mails,
            MessageSource messages,
            @Value("${traject.mail.from}") String from) {
        this.holders = holders.stream().collect(Collectors.toMap(AddressHolders::kind, one -> one));
        this.employers = employers;
        this.users = users;
        this.languages = languages;
        this.offered = offered;
        this.mails = mails;
        this.messages = messages;
        this.from = from;
    }

    /** To whom. */
    private enum Recipient {
        /** At the work address, or at the private one where there is no other. */
        EMPLOYEE_WORK(SendMailAction.EMPLOYEE),
        EMPLOYEE_PRIVATE(SendMailAction.EMPLOYEE),
        EMPLOYER_ITSELF(EMPLOYER),
        USER_CONCERNED(USER),
        /** Such as the mailbox of a team. */
        FIXED_ADDRESS(null);

        private final @Nullable String kind;

        Recipient(@Nullable String kind) {
            this.kind = kind;
        }
    }

    private record Address(EmailAddress email, Optional<Language> own) {}

    @Override
    public String kind() {
        return "send-mail";
    }

    @Override
    public List<Setting> settings() {
        List<Setting> settings =
                new ArrayList<>(List.of(Setting.required(TO, CHOICE), Setting.optional(ADDRESS, LINE)));
        for (Language language : Language.values()) {
            settings.add(written(subject(language), LINE, language));
            settings.add(written(text(language), TEXT, language));
        }
        return settings;
    }

    /** In every language that the installation offers. */
    private Setting written(String key, Setting.Form form, Language language) {
        Setting setting =
                offered.offered().contains(language) ? Setting.required(key, form) : Setting.optional(key, form);
        return setting.in(language);
    }

    private static String subject(Language language) {
        return "subject" + suffix(language);
    }

    private static String text(Language language) {
        return "text" + suffix(language);
    }

    private static String suffix(Language language) {
        return language.name().charAt(0) + language.code().substring(1);
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public List<Choice> choices(UUID organisation, String setting, Language language) {
        return setting.equals(TO)
                ? Arrays.stream(Recipient.values())
                        .map(to -> new Choice(
                                to.name(),
                                messages.getMessage("trigger.action.send-mail.to." + to, null, language.locale())))
                        .toList()
                : List.of();
    }

    @Override
    public boolean fits(DeclaredEvent event, String setting, String choice) {
        if (!setting.equals(TO)) {
            return true;
        }
        String kind = Recipient.valueOf(choice).kind;
        return kind == null || event.about().contains(kind);
    }

    @Override
    public Map<String, String> mistakes(UUID organisation, Map<String, String> settings) {
        String address = settings.getOrDefault(ADDRESS, "").strip();
        boolean fixed = Recipient.FIXED_ADDRESS.name().equals(settings.get(TO));
        // What is merged would make it another address, and carry data in it.
        boolean right = EmailAddress.parse(address).isPresent() && !address.contains("{{");
        return fixed && !right ? Map.of(ADDRESS, "setting-no-address") : Map.of();
    }

    @Override
    public Set<String> raises() {
        return Set.of();
    }

    @Override
    public Outcome<Done> run(ActionCall call) {
        Recipient to = Recipient.valueOf(call.setting(TO).orElseThrow());
        String kind = to.kind;
        Optional<UUID> thing = kind == null ? Optional.empty() : call.thing(kind);
        if (kind != null && thing.isEmpty()) {
            return Missing.thing(kind);
        }
        Optional<Address> address = thing.isPresent()
                ? address(to, thing.get())
                : call.setting(ADDRESS).flatMap(SendMailAction::fixed);
        if (address.isEmpty()) {
            return Outcome.refused("trigger-without-address");
        }
        mails.send(mail(call, address.get()));
        return Outcome.done(Done.of("mail-sent", call.key().toString()));
    }

    private static Optional<Address> fixed(String typed) {
        return EmailAddress.parse(typed.strip()).map(email -> new Address(email, Optional.empty()));
    }

    private Optional<Address> address(Recipient to, UUID id) {
        return switch (to) {
            case EMPLOYEE_WORK -> held("employee-work", id).or(() -> held("employee-private", id));
            case EMPLOYEE_PRIVATE -> held("employee-private", id);
            case EMPLOYER_ITSELF ->
                employers
                        .find(id)
                        .flatMap(employer -> employer.registration()
                                .email()
                                .map(email -> new Address(
                                        email, employer.registration().language())));
            case USER_CONCERNED ->
                users.find(id).flatMap(user -> user.email().map(email -> new Address(email, user.chosenLanguage())));
            case FIXED_ADDRESS -> Optional.empty();
        };
    }

    private Optional<Address> held(String kind, UUID id) {
        AddressHolders.Holder holder =
                Optional.ofNullable(holders.get(kind)).orElseThrow().get(id);
        return holder.address().map(email -> new Address(email, holder.own()));
    }

    private OutgoingMail mail(ActionCall call, Address to) {
        Language language = languages.of(to.email(), Optional.of(call.organisation()), to.own());
        String subject = call.setting(subject(language)).orElse(call.trigger());
        String text = call.setting(text(language)).orElse("");
        return new OutgoingMail(
                call.key(),
                null,
                0,
                call.organisation(),
                from,
                to.email().value(),
                subject,
                text + "\n",
                PlainHtml.document(
                        subject,
                        language.locale(),
                        Stream.of(text.split("\\R{2,}"))
                                .map(PlainHtml::paragraph)
                                .toList()),
                language.locale().toLanguageTag());
    }
}
