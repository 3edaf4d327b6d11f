package io.traject.platform.operations.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.cases.SubjectNames.Named;
import io.traject.platform.operations.Names;
import io.traject.web.ListDefaults;
import io.traject.web.ListPage;
import io.traject.web.ListQuery;
import io.traject.workers.mail.MailQueue;
import io.traject.workers.mail.MailQueue.FailedMail;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How much mail waits, and which mails were refused; not to whom. */
@Controller
class FailedMailsPage {

    private final MailQueue mails;
    private final Names names;
    private final Authorization authorization;

    FailedMailsPage(MailQueue mails, Names names, Authorization authorization) {
        this.mails = mails;
        this.names = names;
        this.authorization = authorization;
    }

    record Row(
            FailedMail mail,
            @Nullable Named subject,
            @Nullable String municipality) {}

    @GetMapping("/operations/mails")
    String list(@ListDefaults(sort = "-at") ListQuery query, Model model) {
        authorization.requireForInstallation(Permission.OPERATIONS);
        List<FailedMail> failed = mails.failed(query.offset(), query.size());
        Map<UUID, Named> named = names.of(failed.stream().map(FailedMail::id).toList());
        Map<UUID, String> municipalities = names.municipalities();
        List<Row> rows = failed.stream()
                .map(mail -> row(mail, named.get(mail.id()), municipalities))
                .toList();
        model.addAttribute("list", new ListPage<>(query, rows, mails.failed(), false));
        model.addAttribute("open", mails.open());
        return "platform/operations/mails";
    }

    private static Row row(FailedMail mail, @Nullable Named subject, Map<UUID, String> municipalities) {
        return new Row(mail, subject, subject == null ? null : municipalities.get(subject.organisation()));
    }
}
