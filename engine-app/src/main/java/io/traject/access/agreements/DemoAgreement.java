package io.traject.access.agreements;

import io.traject.access.SystemActor;
import io.traject.access.agreements.Agreement.Content;
import io.traject.access.agreements.Agreement.Kind;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.DemoContribution;
import io.traject.kernel.Language;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A user agreement for the demo. Who has an account by then has accepted it, so that the names and passwords of the demo
 * lead straight to their pages; who gets an account later is asked.
 */
@Component
@Order(210)
@ConditionalOnBooleanProperty("traject.demo")
class DemoAgreement implements DemoContribution {

    private final Agreements agreements;
    private final PublishAgreement publishAgreement;
    private final Acceptances acceptances;
    private final BusinessTime time;

    DemoAgreement(
            Agreements agreements, PublishAgreement publishAgreement, Acceptances acceptances, BusinessTime time) {
        this.agreements = agreements;
        this.publishAgreement = publishAgreement;
        this.acceptances = acceptances;
        this.time = time;
    }

    @Override
    @Transactional
    public void load() {
        if (agreements.count() > 0) {
            return;
        }
        Agreement agreement = SystemActor.call(() -> publishAgreement.publish(
                        new Content(Kind.USER_AGREEMENT, "1.0", time.today(), Optional.empty(), """
                        U gebruikt Traject voor uw werk, en alleen voor wat daarbij hoort.

                        Uw wachtwoord en de code van uw telefoon zijn van u alleen. Wat u over mensen leest, vertelt u niet verder.""", """
                        You use Traject for your work, and only for what belongs to it.

                        Your password and the code of your telephone are yours alone. What you read about people you don’t pass on.""")))
                .orThrow();
        agreements.flush();
        acceptances.addForEveryone(agreement.id(), Language.NL);
    }
}
