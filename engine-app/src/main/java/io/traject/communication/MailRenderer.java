package io.traject.communication;

import io.traject.kernel.BusinessTime;
import io.traject.kernel.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Fills a mail template in. Safe for use by many threads. */
@Component
public class MailRenderer {

    private final BusinessTime time;

    MailRenderer(BusinessTime time) {
        this.time = time;
    }

    /** Refuses with {@code merge-value-missing} and the fields that have no value. */
    public Outcome<RenderedMail> render(CompiledTemplate template, MergeValues values, Sender sender) {
        return switch (Filling.of(template, values.with(sender, time.today()))) {
            case Outcome.Refused<Filling>(var refusal) -> new Outcome.Refused<>(refusal);
            case Outcome.Done<Filling>(Filling filling) -> Outcome.done(mail(filling, sender));
        };
    }

    private static RenderedMail mail(Filling filling, Sender sender) {
        String subject = filling.subject();
        return new RenderedMail(subject, plain(filling, sender), html(filling, subject, sender));
    }

    private static String plain(Filling filling, Sender sender) {
        return filling.plain() + "\n\n-- \n" + String.join("\n", signature(sender)) + "\n";
    }

    private static String html(Filling filling, String subject, Sender sender) {
        String signature =
                String.join("<br>", signature(sender).stream().map(Html::escape).toList());
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                </head>
                <body style="margin:0;padding:0;background-color:#f2f4f7">
                <div style="max-width:600px;margin:0 auto;padding:32px 24px;background-color:#ffffff;color:#1c2530;\
                font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5">
                <p style="margin:0 0 24px;padding:0 0 12px;border-bottom:3px solid #1f4e79;font-weight:bold;color:#1f4e79">%s</p>
                <h1 style="margin:0 0 16px;font-size:22px;line-height:1.3">%s</h1>
                %s<p style="margin:32px 0 0;padding:16px 0 0;border-top:1px solid #c9d1da;font-size:14px;color:#4a5563">%s</p>
                </div>
                </body>
                </html>
                """.formatted(
                        filling.template().language().locale().toLanguageTag(),
                        Html.escape(subject),
                        Html.escape(sender.name()),
                        Html.escape(subject),
                        filling.html(),
                        signature);
    }

    private static List<String> signature(Sender sender) {
        var lines = new ArrayList<String>();
        lines.add(sender.name());
        lines.add(sender.department());
        lines.addAll(sender.addressLines());
        lines.add(sender.phone());
        lines.add(sender.email());
        lines.removeIf(String::isEmpty);
        return lines;
    }
}
