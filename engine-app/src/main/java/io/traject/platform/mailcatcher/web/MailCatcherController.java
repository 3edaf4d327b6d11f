package io.traject.platform.mailcatcher.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.NotFoundException;
import io.traject.platform.mailcatcher.CaughtMails;
import io.traject.platform.mailcatcher.MailText;
import io.traject.web.Flash;
import io.traject.web.ListDefaults;
import io.traject.web.ListPage;
import io.traject.web.ListQuery;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows to operators what was "sent", and empties the catcher. */
@Controller
@RequestMapping("/operations/mail-catcher")
class MailCatcherController {

    private static final int COUNTED_EXACTLY = 10_000;

    /** A mail's HTML may look as it likes, and do or fetch nothing; only our own page may frame it. */
    private static final String NOTHING_BUT_LOOKS =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:;" + " frame-ancestors 'self'";

    private final CaughtMails mails;
    private final Authorization authorization;

    MailCatcherController(CaughtMails mails, Authorization authorization) {
        this.mails = mails;
        this.authorization = authorization;
    }

    @GetMapping
    String list(@ListDefaults(sort = "-received", filters = "to") ListQuery query, Model model) {
        authorization.requireForInstallation(Permission.OPERATIONS);
        String recipient = query.filter("to").orElse("");
        long total = mails.count(recipient, COUNTED_EXACTLY);
        model.addAttribute(
                "list",
                new ListPage<>(
                        query, mails.page(recipient, query.offset(), query.size()), total, total == COUNTED_EXACTLY));
        return "platform/mail-catcher";
    }

    @GetMapping("/{id}")
    String mail(@PathVariable UUID id, Model model) {
        authorization.requireForInstallation(Permission.OPERATIONS);
        model.addAttribute("mail", mails.find(id).orElseThrow(NotFoundException::new));
        model.addAttribute("text", text(id));
        return "platform/caught-mail";
    }

    @GetMapping("/{id}/html")
    ResponseEntity<String> html(@PathVariable UUID id) {
        authorization.requireForInstallation(Permission.OPERATIONS);
        return ResponseEntity.ok()
                .header("Content-Security-Policy", NOTHING_BUT_LOOKS)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(text(id).html().orElseThrow(NotFoundException::new));
    }

    @GetMapping("/{id}/source")
    ResponseEntity<byte[]> source(@PathVariable UUID id) {
        authorization.requireForInstallation(Permission.OPERATIONS);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(id + ".eml")
                                .build()
                                .toString())
                .contentType(new MediaType("message", "rfc822"))
                .body(mails.content(id).orElseThrow(NotFoundException::new));
    }

    @GetMapping("/clearance")
    String askToClear(Model model) {
        authorization.requireForInstallation(Permission.OPERATIONS);
        model.addAttribute("count", mails.count("", COUNTED_EXACTLY));
        return "platform/clear-mail-catcher";
    }

    @PostMapping("/clearance")
    String clear(RedirectAttributes redirect) {
        authorization.requireForInstallation(Permission.OPERATIONS);
        Flash.success(redirect, "platform.mailCatcher.cleared", mails.clear());
        return "redirect:/operations/mail-catcher";
    }

    private MailText text(UUID id) {
        return MailText.of(mails.content(id).orElseThrow(NotFoundException::new));
    }
}
